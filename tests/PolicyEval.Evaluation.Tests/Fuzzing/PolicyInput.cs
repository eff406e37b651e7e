using System.Text;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>A file that is read as policies and frameworks, run on a small snapshot, and explained.</summary>
internal sealed class PolicyInput(byte[] bytes) : FuzzInput
{
    private static readonly SnapshotResult Snapshot = Snapshots.Snapshot.Read(
        new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["credential-report.csv"] = Encoding.UTF8.GetBytes(
                """
                user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_2_active
                <root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00Z,not_supported,2025-12-31T00:00:00Z,true,false,N/A,true
                é,arn:aws:iam::111122223333:user/é,2020-01-01T00:00:00Z,true,no_information,maybe,true,2026-01-01T00:00:00Z,

                """),
            ["account-summary.json"] = """{"SummaryMap": {"Users": 1, "AccountMFAEnabled": 1}}"""u8.ToArray(),
        },
        "fuzz");

    public override int Length => bytes.Length;

    public override long AllocationMax => DocumentRules.AllocationMax + (DocumentRules.AllocationOfByte * Length);

    public override bool Check()
    {
        var library = new LibraryReader(new DiagnosticBag(), LibraryScope.OwnOnly).Read([new SourceFile("p.yaml", "p.yaml", bytes)]);
        DocumentRules.Check(library.Diagnostics);
        if (library.HasErrors || library.Policies.IsEmpty)
            return false;
        var request = new EvaluationRequest
        {
            ToolVersion = "0.0.0",
            AsOf = "2026-02-01T00:00:00Z",
            Policies = [.. library.Policies.Select(p => p.Name)],
        };
        var preparation = Evaluator.Prepare(library, [Snapshot], request);
        DocumentRules.Check(preparation.Diagnostics);
        Assert.Equal(preparation.Plan is null, preparation.ExitCode != 0);
        if (preparation.Plan is not { } plan)
            return false;
        var results = new RunResults();
        DocumentRules.Check(Evaluator.Run(plan, results, degreeOfParallelism: 1).Diagnostics);
        Assert.DoesNotContain(results.Findings, f => f.Outcome == Outcome.Error && f.Reason == "InternalError");
        DocumentRules.Check(Explainer.Explain(plan, new ExplainRequest(null)).Diagnostics);
        return true;
    }

    public override string ToString() => Convert.ToBase64String(bytes);
}
