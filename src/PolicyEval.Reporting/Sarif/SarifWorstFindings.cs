using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Sarif;

/// <summary>
/// Keeps as many failures as GitHub's code scanning shows of a run, the most severe first: it takes 25,000 and shows
/// 5,000 of them, by an order of its own.
/// </summary>
internal sealed class SarifWorstFindings
{
    /// <summary>How many are kept.</summary>
    public const int Max = 5000;

    private readonly SortedDictionary<Severity, List<(int Order, Finding Finding)>> _kept = [];

    private int _seen;

    /// <summary>How many were not kept.</summary>
    public int LeftOut => _seen - Kept().Count();

    /// <summary>Takes a failure.</summary>
    public void Add(Finding finding)
    {
        if (!_kept.TryGetValue(finding.Severity, out var list))
            _kept.Add(finding.Severity, list = []);
        if (list.Count < Max)
            list.Add((_seen, finding));
        _seen++;
    }

    /// <summary>Those that are kept, in the order they came.</summary>
    public IEnumerable<Finding> InOrder() => Kept().OrderBy(kept => kept.Order).Select(kept => kept.Finding);

    private IEnumerable<(int Order, Finding Finding)> Kept() =>
        _kept.Reverse().SelectMany(each => each.Value).Take(Max);
}
