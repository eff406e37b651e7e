using System.Collections.Immutable;
using PolicyEval.Evaluation.Signatures;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Makes what counts the rows of a bare report while it is opened, before anybody knows what is in it: by the policies
/// that the request asks for, as they are without values for single accounts.
/// </summary>
internal static class CensusPlanner
{
    /// <summary>
    /// The census, or null where it would tell nothing. What is wrong with the request is not said here.
    /// </summary>
    public static RowCensus? Of(PolicyLibrary library, EvaluationRequest request)
    {
        var mistakes = new DiagnosticBag();
        var reader = new OptionReader(library, mistakes);
        var (frameworks, wanted) = (reader.Frameworks(request.Frameworks), reader.Policies(request.Policies));
        var rules = new RuleResolver(request.Settings.Overrides, reader.Sets(request.Sets));
        var asOf = reader.AsOf(request.AsOf);
        if (mistakes.HasErrors || library.Diagnostics.Any(said => said.Severity == DiagnosticSeverity.Error))
            return null;
        var (policies, _) = PolicyPlanner.Plan(library, frameworks, wanted, rules, accounts: [""], mistakes);
        var layout = SignaturePlanner.Of(policies).OfBareReports;
        return layout.Policies.IsEmpty ? null : new RowCensus(layout, asOf);
    }

    /// <summary>
    /// The census of a snapshot's report, if there is one by which the users of a run can be counted; else null.
    /// </summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="layout">What the signatures of the run are made of.</param>
    /// <param name="policies">The policies of the run.</param>
    public static RowCensus? Find(
        SnapshotScope scope, SignatureLayout layout, ImmutableArray<PlannedPolicy> policies) =>
        scope.Report.Report is { Watcher: RowCensus census, AreAccountsScattered: false }
        && scope.IsBareReport
        && !scope.Evidence.HasDoubtedRows
        && census.Fits(layout, scope.AsOfTime)
        && SignaturePlanner.TellsAll(layout, policies)
            ? census
            : null;
}
