using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Evaluates the rows of a report in one pass for all policies. Of a row that looks like one before it, to the policies
/// whose outcome a signature tells, the verdicts are known: it is counted, and nothing is made but the findings that
/// somebody wants. Used by one thread.
/// </summary>
internal sealed class RowScanner
{
    private readonly ImmutableArray<PolicyRunner> _runners;
    private readonly FindingBudget _budget;
    private readonly RowEvaluation _evaluate;
    private readonly ImmutableArray<int> _ofUsers;
    private readonly ImmutableArray<int> _placeInLayout;
    private readonly SignatureLayout _layout;
    private readonly SignatureTable _table = new();
    private readonly VerdictCounts _counts;
    private readonly bool _hasOthers;

    private SnapshotScope? _scope;
    private RowCursor? _cursor;
    private RowClassifier? _classifier;

    /// <summary>Makes the scanner of a thread.</summary>
    /// <param name="runners">The policies.</param>
    /// <param name="budget">Which findings are wanted.</param>
    /// <param name="layout">Of what signatures are made.</param>
    /// <param name="evaluate">Evaluates a policy on a row and keeps what comes of it.</param>
    public RowScanner(
        ImmutableArray<PolicyRunner> runners,
        FindingBudget budget,
        SignatureLayout layout,
        RowEvaluation evaluate)
    {
        _runners = runners;
        _budget = budget;
        _layout = layout;
        _evaluate = evaluate;
        _ofUsers = [.. IndexesFor(ResourceSchema.UserType)];
        _placeInLayout = [.. Enumerable.Range(0, runners.Length).Select(policy => layout.Policies.IndexOf(policy))];
        _hasOthers = _ofUsers.Length > layout.Policies.Length;
        _counts = new VerdictCounts(layout);
    }

    /// <summary>Evaluates rows of a block.</summary>
    public void Run(RowRange range, RangeResult result, CancellationToken cancellationToken)
    {
        var (cursor, classifier) = Enter(range.Scope);
        SnapshotAccount? account = null;
        cursor.Open(range.Block, range.First);
        for (var left = range.Count; left > 0 && cursor.MoveNext(); left--)
        {
            if (!ReferenceEquals(cursor.Account, account))
            {
                cancellationToken.ThrowIfCancellationRequested();
                TakeCounts(account, result);
                account = cursor.Account;
            }

            if (cursor.IsRoot)
                RunEach(RowRange.Of(range.Scope, cursor.Row), range.Scope, result);
            else if (!_ofUsers.IsEmpty)
                RunUser(range.Scope, cursor, classifier, result);
        }

        TakeCounts(account, result);
    }

    /// <summary>Finds the verdicts of signatures of a census, each by its first row.</summary>
    public void Learn(SnapshotScope scope, IReadOnlyList<SignatureEntry> kinds, CancellationToken cancellationToken)
    {
        var (cursor, _) = Enter(scope);
        var said = new List<Diagnostic>();
        foreach (var kind in kinds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            cursor.OpenRow(kind.First);
            cursor.MoveNext();
            var row = RowRange.Of(scope, cursor.Row);
            // What is to be said of a row is said where its finding is made: an error's always is.
            kind.Verdicts =
            [
                .. _layout.Policies.Select(policy => _runners[policy].Run(scope, row, said).Counted),
            ];
        }
    }

    private (RowCursor Cursor, RowClassifier Classifier) Enter(SnapshotScope scope)
    {
        if (_scope != scope)
        {
            _scope = scope;
            _cursor = scope.Report.Report!.OpenCursor(_layout.Columns);
            _classifier = new RowClassifier(_layout, scope.AsOfTime);
        }

        return (_cursor!, _classifier!);
    }

    private void RunUser(SnapshotScope scope, RowCursor cursor, RowClassifier classifier, RangeResult result)
    {
        if (_layout.Policies.IsEmpty
            || (scope.Evidence.HasDoubtedRows && scope.Evidence.IsDoubtedRow(cursor.Row.Index))
            || !classifier.TryClassify(cursor.Type(), out var signature))
        {
            RunEach(RowRange.Of(scope, cursor.Row), scope, result);
            return;
        }

        if (_table.Find(signature) is not { } known)
        {
            Learn(signature, RowRange.Of(scope, cursor.Row), scope, result);
            return;
        }

        _table.Count(known);
        if (known.IsReported || _hasOthers)
            RunSome(known, RowRange.Of(scope, cursor.Row), scope, result);
    }

    /// <summary>Evaluates every policy for a row, as nothing is known of it.</summary>
    private void RunEach(ResourceItem row, SnapshotScope scope, RangeResult result)
    {
        for (var policy = 0; policy < _runners.Length; policy++)
        {
            if (_runners[policy].IsFor(row.Reference))
                _evaluate(policy, scope, row, result);
        }

        result.Diagnostics.AddRange(LateDates.In(scope, row));
    }

    /// <summary>Evaluates the policies for the first row of a signature; the others have its verdicts.</summary>
    private void Learn(in RowSignature signature, ResourceItem row, SnapshotScope scope, RangeResult result)
    {
        var verdicts = new Verdict[_layout.Policies.Length];
        foreach (var policy in _ofUsers)
        {
            if (!_runners[policy].IsFor(row.Reference))
                continue;
            var verdict = _evaluate(policy, scope, row, result);
            if (_placeInLayout[policy] is >= 0 and var place)
                verdicts[place] = verdict.Counted;
        }

        _table.Add(new SignatureEntry(signature) { Verdicts = verdicts });
        result.Diagnostics.AddRange(LateDates.In(scope, row));
    }

    /// <summary>Makes the wanted findings of a row whose verdicts are known, and those of other policies.</summary>
    private void RunSome(SignatureEntry known, ResourceItem row, SnapshotScope scope, RangeResult result)
    {
        var isReported = false;
        foreach (var policy in _ofUsers)
        {
            if (_placeInLayout[policy] is not (>= 0 and var place))
            {
                if (_runners[policy].IsFor(row.Reference))
                    _evaluate(policy, scope, row, result);
                continue;
            }

            var outcome = known.Verdicts[place].Outcome;
            if (!_budget.Wants(policy, outcome))
                continue;
            // It was counted with its row; now it counts by itself.
            _counts.TakeBack(place, outcome);
            _evaluate(policy, scope, row, result);
            isReported = true;
        }

        known.IsReported = isReported;
        result.Diagnostics.AddRange(LateDates.In(scope, row));
    }

    private void TakeCounts(SnapshotAccount? account, RangeResult result)
    {
        if (_table.Counted.Count == 0)
            return;
        _counts.Add(_table.Counted);
        _counts.MoveTo(result.Counts, account!.Id);
        _table.ClearCounts();
    }

    private IEnumerable<int> IndexesFor(string type) =>
        Enumerable.Range(0, _runners.Length).Where(policy => _runners[policy].Policy.Policy.Resource == type);
}
