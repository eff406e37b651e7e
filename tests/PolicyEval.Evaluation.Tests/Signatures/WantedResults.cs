using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Signatures;

/// <summary>Wants the failures, the first passes of each policy, and what one policy cannot tell.</summary>
internal sealed class WantedResults : IResultSink
{
    private const int PassesMax = 7;

    public List<Finding> Findings { get; } = [];

    public int Counted { get; private set; }

    public RunFooter Footer { get; private set; } = null!;

    /// <summary>Those of all findings that are wanted; a policy of two frameworks can stand there twice.</summary>
    public static IEnumerable<Finding> FirstOf(IEnumerable<Finding> findings)
    {
        var passes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var policy = $"{finding.Policy} {string.Join(',', finding.Params)} {string.Join(',', finding.Controls)}";
            var isFirst = finding.Outcome == Outcome.Pass
                && (passes[policy] = passes.GetValueOrDefault(policy) + 1) <= PassesMax;
            if (isFirst || NumberOf(finding.Policy, finding.Outcome) == int.MaxValue)
                yield return finding;
        }
    }

    public int Wanted(PolicyReference policy, Outcome outcome) => NumberOf(policy.Name, outcome);

    public void Begin(RunHeader header)
    {
    }

    public void Add(Finding finding) => Findings.Add(finding);

    public void Count(in CountedFindings counted) => Counted += counted.Count;

    public void End(RunFooter footer) => Footer = footer;

    private static int NumberOf(string policy, Outcome outcome) => outcome switch
    {
        Outcome.Fail or Outcome.Error => int.MaxValue,
        Outcome.Pass => PassesMax,
        Outcome.Incomplete when policy == "times" => int.MaxValue,
        _ => 0,
    };

    /// <summary>All that a footer says of counts, and of dates after asOf, which no message changes.</summary>
    public static string Print(RunFooter footer) => string.Join('\n',
    [
        .. footer.Controls.Select(c => $"{c.Id} {c.Outcome} {c.Counts} {c.Accounts} {c.Needs} {c.Command}"),
        .. footer.Accounts.Select(a => $"{a.Id} {a.Findings} {string.Join(',', a.Controls)}"),
        $"{footer.Findings} {footer.GateFailures} {footer.ExitCode}",
        .. footer.Diagnostics.Where(d => d.Id == "PE5001").Select(d => d.ToString()),
    ]);
}
