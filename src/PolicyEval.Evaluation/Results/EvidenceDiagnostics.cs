using System.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>Diagnostics of the snapshots' room as diagnostics of all.</summary>
public static class EvidenceDiagnostics
{
    /// <summary>The same diagnostic about a file of a snapshot.</summary>
    /// <param name="diagnostic">What was found.</param>
    /// <param name="label">What tells the snapshot from the others of the run.</param>
    public static Diagnostic Of(SnapshotDiagnostic diagnostic, SnapshotLabel label)
    {
        var file = label.Cite(diagnostic.File);
        var descriptor = diagnostic.Descriptor;
        var severity = diagnostic.Severity switch
        {
            SnapshotSeverity.Info => DiagnosticSeverity.Info,
            SnapshotSeverity.Warning => DiagnosticSeverity.Warning,
            SnapshotSeverity.Error => DiagnosticSeverity.Error,
            _ => throw new UnreachableException($"{diagnostic.Severity}"),
        };
        var location = diagnostic.Line == 0
            ? Location.InFile(file)
            : Location.At(file, diagnostic.Line, diagnostic.Column);
        return new Diagnostic(
            new DiagnosticDescriptor(
                descriptor.Id, descriptor.Title, descriptor.MessageFormat, severity, descriptor.Help),
            location with { Field = diagnostic.Field.Length == 0 ? null : diagnostic.Field },
            diagnostic.Arguments);
    }
}
