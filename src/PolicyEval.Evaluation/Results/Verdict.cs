using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>What a policy says of a resource: with the finding where somebody wants it.</summary>
/// <param name="Outcome">The outcome.</param>
internal readonly record struct Verdict(Outcome Outcome)
{
    /// <summary>The finding, or null where only the outcome is wanted.</summary>
    public Finding? Finding { get; private init; }

    /// <summary>Where evidence is missing and there is no finding, the file that should hold it; else null.</summary>
    public string? MissingFile { get; init; }

    /// <summary>What is to be said with the finding, where somebody wants it.</summary>
    public ImmutableArray<Diagnostic> Said { get; init; } = [];

    /// <summary>The same without its finding.</summary>
    public Verdict Counted => new(Outcome) { MissingFile = MissingFile ?? FileIn(Finding) };

    /// <summary>A verdict with its finding.</summary>
    public static Verdict Of(Finding finding) => new(finding.Outcome) { Finding = finding };

    private static string? FileIn(Finding? finding) => finding is { Missing: [var missing, ..] } ? missing.File : null;
}
