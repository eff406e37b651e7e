using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Settles the instant of each snapshot, and names it for reports.</summary>
internal static class SnapshotPlanner
{
    /// <summary>A snapshot ready to be evaluated.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="label">What tells it from the others of the run.</param>
    /// <param name="asOf">The instant that the user gave, or null for the evidence's own time.</param>
    /// <param name="diagnostics">Takes what is to be said.</param>
    public static SnapshotScope Plan(
        Snapshot snapshot, SnapshotLabel label, DateTimeOffset? asOf, DiagnosticBag diagnostics)
    {
        DateTimeOffset? generated = snapshot.GeneratedTime is { } time ? Instants.ToSecond(time) : null;
        if (asOf < generated)
        {
            diagnostics.Report(
                OptionDescriptors.AsOfBeforeEvidence, Location.None,
                Instants.ToText(asOf.Value), Instants.ToText(generated.Value), snapshot.Name);
        }
        return new SnapshotScope(snapshot, label, asOf ?? generated);
    }

    /// <summary>A snapshot as reports name it.</summary>
    public static SnapshotReference ReferenceOf(SnapshotScope scope)
    {
        var snapshot = scope.Snapshot;
        var partitions = snapshot.Accounts.Select(a => a.Partition).Distinct(StringComparer.Ordinal).ToArray();
        return new SnapshotReference
        {
            Name = snapshot.Name,
            Label = scope.Label,
            Digest = snapshot.Digest,
            Account = snapshot.Accounts is [var only] ? only.Id : "",
            Accounts = [.. snapshot.Accounts.Select(a => a.Id)],
            Partition = partitions is [var partition] ? partition : "",
            GeneratedTime = snapshot.GeneratedTime is { } generated ? Instants.ToText(generated) : null,
            AsOf = scope.AsOfTime is { } asOf ? Instants.ToText(asOf) : null,
            Projected = scope.AsOfTime > snapshot.GeneratedTime,
            Sources =
            [
                .. snapshot.Files.Select(f =>
                    new SourceReference(f.Name, f.Name, f.Sha256, f.Length, f.Rows, StatusOf(f.Status))),
            ],
        };
    }

    /// <summary>A diagnostic of the snapshots' room as one of this room.</summary>
    public static Diagnostic Convert(SnapshotDiagnostic diagnostic, SnapshotLabel label)
    {
        var file = label.Cite(diagnostic.File);
        var descriptor = diagnostic.Descriptor;
        var severity = diagnostic.Severity switch
        {
            SnapshotSeverity.Info => DiagnosticSeverity.Info,
            SnapshotSeverity.Warning => DiagnosticSeverity.Warning,
            SnapshotSeverity.Error => DiagnosticSeverity.Error,
            _ => throw new System.Diagnostics.UnreachableException($"{diagnostic.Severity}"),
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

    private static string StatusOf(EvidenceStatus status) => status switch
    {
        EvidenceStatus.Given => "given",
        EvidenceStatus.Denied => "denied",
        EvidenceStatus.NoSuchEntity => "no-such-entity",
        _ => throw new System.Diagnostics.UnreachableException($"{status}"),
    };
}
