using System.Collections.Immutable;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Comparing;

/// <summary>
/// Why verdicts are undecided, said once: a sentence that several of the listed changes share has a number, and they
/// name it.
/// </summary>
internal sealed class SharedCauses
{
    private readonly ImmutableArray<string> _causes;

    /// <summary>Finds them.</summary>
    public SharedCauses(ResultComparison comparison)
    {
        var counts = comparison.Findings.Where(ComparisonWords.IsListed)
            .SelectMany(change => new[] { change.Old, change.New }.Select(CauseOf).OfType<string>().Distinct())
            .GroupBy(cause => cause, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => (Cause: group.Key, Count: group.Count()))
            .ToImmutableArray();
        _causes = [.. counts.Select(each => each.Cause)];
        Lines = [.. counts.Select((each, i) => $"[{i + 1}] {each.Cause}: {each.Count} verdicts")];
    }

    /// <summary>Each with its number, in the order of the changes.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Whether the sentence of a finding is said by its number.</summary>
    public bool Has(Finding finding) => MarkOf(finding).Length > 0;

    /// <summary><c> [1]</c>, or nothing.</summary>
    public string MarkOf(Finding? finding) =>
        CauseOf(finding) is { } cause && _causes.IndexOf(cause) is >= 0 and var index ? $" [{index + 1}]" : "";

    // What stands in a cell of its own is a cause of its own, though it may read like others.
    private static string? CauseOf(Finding? finding) =>
        ComparisonWords.IsUndecided(finding) && finding!.Message.Length > 0 && finding.Missing.All(m => m.Cell is null)
            ? finding.Message
            : null;
}
