using PolicyEval.Evaluation.Signatures;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Goes over the accounts of a report of which there is a census: those with users of whom somebody wants a finding are
/// read again, and the others are counted. Used by one thread.
/// </summary>
/// <param name="scope">The snapshot.</param>
/// <param name="census">The census.</param>
/// <param name="known">The verdicts of its signatures.</param>
/// <param name="layout">The policies that the verdicts are of.</param>
/// <param name="budget">Which findings are wanted; it is asked anew for each account.</param>
internal sealed class CensusWalk(
    SnapshotScope scope,
    RowCensus census,
    IReadOnlyList<SignatureEntry> known,
    SignatureLayout layout,
    FindingBudget budget)
{
    // Pieces are so small that what one of them gave tells early that no more of it is wanted.
    private const int AccountsMax = 32;
    private const int RowsMax = 1024;

    private readonly CredentialReport _report = scope.Report.Report!;
    private readonly VerdictCounts _verdicts = new(layout);
    private readonly List<SignatureEntry> _kinds = [];
    private readonly List<RowPlace> _others = [];
    private readonly List<FindingCount> _counts = [];
    private readonly List<RowPlace> _rows = [];

    /// <summary>The pieces, in order.</summary>
    /// <param name="countMax">How many rows may be in one piece.</param>
    public IEnumerable<ResourceRange> Ranges(int countMax)
    {
        for (var account = 0; account < _report.Accounts.Length;)
        {
            var (first, areCounted) = (account, IsCounted(account));
            do
            {
                if (areCounted)
                    Count(account);
                account++;
            }
            while (account < _report.Accounts.Length
                && (areCounted ? account - first < AccountsMax : RowOf(account) - RowOf(first) < RowsMax)
                && IsCounted(account) == areCounted);

            if (areCounted)
            {
                yield return new CensusRange(scope, [.. _rows], [.. _counts]);
                _rows.Clear();
                _counts.Clear();
                continue;
            }

            foreach (var range in RowRange.Of(scope, _report, (RowOf(first), RowOf(account)), countMax))
                yield return range;
        }
    }

    private int RowOf(int account) =>
        account < _report.Accounts.Length ? _report.Accounts[account].FirstRow : _report.RowCount;

    /// <summary>Whether all users have verdicts of which nobody wants a finding. Reads their signatures.</summary>
    private bool IsCounted(int account) =>
        census.TryCount(account, known, _kinds, _others) && !_kinds.Exists(IsWanted);

    /// <summary>Whether a finding is wanted; where none is, none ever will be.</summary>
    private bool IsWanted(SignatureEntry kind)
    {
        if (!kind.IsReported)
            return false;
        for (var place = 0; place < kind.Verdicts.Length; place++)
        {
            if (budget.Wants(layout.Policies[place], kind.Verdicts[place].Outcome))
                return true;
        }

        kind.IsReported = false;
        return false;
    }

    private void Count(int account)
    {
        _verdicts.Add(_kinds);
        _verdicts.MoveTo(_counts, _report.Accounts[account].Id);
        _rows.AddRange(_others);
    }
}
