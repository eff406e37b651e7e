using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Sarif;

namespace PolicyEval.Reporting.Checking;

/// <summary>
/// A check as SARIF: a rule for each id, a result for each diagnostic in a file, a notification for each without one.
/// </summary>
internal sealed class SarifCheckWriter
{
    // What a message says of one case, left out.
    private static readonly object[] Blanks = [.. Enumerable.Repeat("…", 10)];

    private readonly CheckReport _report;
    private readonly ImmutableArray<DiagnosticDescriptor> _rules;
    private readonly ImmutableArray<DiagnosticDescriptor> _notifications;
    private readonly DiagnosticFingerprints _fingerprints = new();

    private SarifCheckWriter(CheckReport report)
    {
        _report = report;
        _rules = Descriptors(IsInFile);
        _notifications = Descriptors(diagnostic => !IsInFile(diagnostic));
    }

    /// <summary>Writes a report.</summary>
    public static void Write(CheckReport report, Stream stream) => new SarifCheckWriter(report).Write(stream);

    private void Write(Stream stream)
    {
        using var writer = new SarifWriter(stream);
        writer.Begin(new SarifRunHead
        {
            ToolVersion = _report.ToolVersion,
            Category = "policyeval/check/",
            Rules = [.. _rules.Select(RuleOf)],
            Notifications = [.. _notifications.Select(RuleOf)],
            Bases = [.. _report.Files.Select(file => file.Root).Distinct().Order().Select(BaseOf)],
            Artifacts = [.. _report.Files.Select(ArtifactOf)],
        });
        foreach (var diagnostic in _report.Diagnostics.Where(IsInFile))
            writer.Add(ResultOf(diagnostic));
        writer.End(new SarifRunTail(new SarifInvocation(
            _report.ExitCode, [.. _report.Diagnostics.Where(d => !IsInFile(d)).Select(NotificationOf)])));
    }

    private ImmutableArray<DiagnosticDescriptor> Descriptors(Func<Diagnostic, bool> which) =>
    [
        .. _report.Diagnostics.Where(which).Select(diagnostic => diagnostic.Descriptor)
            .DistinctBy(descriptor => descriptor.Id).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private SarifResult ResultOf(Diagnostic diagnostic)
    {
        var file = _report.Files.First(file => file.Path == diagnostic.Location.File);
        return new SarifResult(
            diagnostic.Descriptor.Id,
            LevelOf(diagnostic.Severity),
            MessageOf(diagnostic),
            new SarifPlace(_report.Files.IndexOf(file), SarifRegion.Of(diagnostic.Location)))
        {
            Fingerprints = [(DiagnosticFingerprints.Method, _fingerprints.Next(diagnostic, file))],
            Replacement = diagnostic.Replacement,
        };
    }

    private SarifNotification NotificationOf(Diagnostic diagnostic) => new(
        diagnostic.Descriptor.Id, LevelOf(diagnostic.Severity), MessageOf(diagnostic));

    private static bool IsInFile(Diagnostic diagnostic) => diagnostic.Location.File.Length > 0;

    private static SarifRule RuleOf(DiagnosticDescriptor descriptor) => new(
        descriptor.Id,
        SarifText.NameOf(descriptor.Title),
        SarifText.Sentence(descriptor.Title),
        SarifText.Sentence(string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, Blanks)),
        descriptor.Help,
        LevelOf(descriptor.Severity));

    private static string MessageOf(Diagnostic diagnostic) =>
        SarifText.Sentence(diagnostic.Message)
        + (diagnostic.Suggestion is { Length: > 0 } meant ? " " + SarifText.Sentence($"Did you mean '{meant}'?") : "");

    private static SarifBase BaseOf(FileRoot root) => root switch
    {
        FileRoot.WorkingFolder => new SarifBase(SarifBase.SourceRoot, "The folder that policyeval was started in."),
        FileRoot.CheckedFolder => new SarifBase("POLICIES", "The folder that was checked."),
        FileRoot.Program => new SarifBase("BUNDLED", "The files inside policyeval."),
        _ => throw new UnreachableException($"{root}"),
    };

    private static SarifArtifact ArtifactOf(CheckedFile file) => new(file.RelativePath, BaseOf(file.Root).Id)
    {
        Sha256 = file.Sha256,
        Length = file.Bytes,
    };

    private static SarifLevel LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => SarifLevel.Note,
        DiagnosticSeverity.Warning => SarifLevel.Warning,
        DiagnosticSeverity.Error => SarifLevel.Error,
        _ => throw new UnreachableException($"{severity}"),
    };
}
