using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>What a piece of work gave, in order.</summary>
internal sealed class RangeResult
{
    /// <summary>The findings that are wanted, with the index of their policy.</summary>
    public List<(int Policy, Finding Finding)> Findings { get; } = [];

    /// <summary>The findings that are only counted.</summary>
    public List<FindingCount> Counts { get; } = [];

    /// <summary>The diagnostics.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>Those diagnostics, by their index, that are said only with a finding, by its index.</summary>
    public List<(int Diagnostic, int Finding)> OfFindings { get; } = [];

    /// <summary>Adds a finding with what is to be said with it.</summary>
    public void Add(int policy, Finding finding, ImmutableArray<Diagnostic> said)
    {
        foreach (var diagnostic in said)
        {
            OfFindings.Add((Diagnostics.Count, Findings.Count));
            Diagnostics.Add(diagnostic);
        }

        Findings.Add((policy, finding));
    }

    /// <summary>The diagnostics, in order, but for those of some findings.</summary>
    /// <param name="refused">The indexes of the findings that nobody wants any more.</param>
    public IEnumerable<Diagnostic> DiagnosticsWithout(IReadOnlySet<int> refused)
    {
        if (refused.Count == 0 || OfFindings.Count == 0)
            return Diagnostics;
        var left = OfFindings.Where(of => refused.Contains(of.Finding)).Select(of => of.Diagnostic).ToHashSet();
        return Diagnostics.Where((_, index) => !left.Contains(index));
    }
}
