using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Testing;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>A file that is read as waivers and applied to a small run in which most things fail.</summary>
internal sealed class WaiverInput(byte[] bytes) : FuzzInput
{
    private const int FailuresMax = 20;

    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    private static readonly SnapshotResult Snapshot = Snapshots.Snapshot.Read(
        new Dictionary<string, ReadOnlyMemory<byte>>
        {
            ["credential-report.csv"] = Encoding.UTF8.GetBytes(
                new CredentialReportText().Root(("mfa_active", "false"), ("access_key_1_active", "true"))
                    .User("ann", ("password_enabled", "true")).User("bob", ("mfa_active", "x")).ToString()),
        },
        "fuzz");

    public override int Length => bytes.Length;

    public override long AllocationMax => DocumentRules.AllocationMax + (DocumentRules.AllocationOfByte * Length);

    public override bool Check()
    {
        var waivers = new WaiverLibraryReader(Bundled).Read([new SourceFile("w.yaml", "w.yaml", bytes)]);
        DocumentRules.Check(waivers.Diagnostics);
        var preparation = Evaluator.Prepare(Bundled, [Snapshot], new EvaluationRequest
        {
            ToolVersion = "0.0.0",
            AsOf = "2026-02-01T00:00:00Z",
            Frameworks = ["cis_v130"],
            Waivers = waivers,
        });
        DocumentRules.Check(preparation.Diagnostics);
        Assert.Equal(waivers.HasErrors, preparation.Plan is null);
        if (preparation.Plan is not { } plan)
            return false;
        var results = new RunResults();
        DocumentRules.Check(Evaluator.Run(plan, results, degreeOfParallelism: 1).Diagnostics);
        CheckCounts(results);
        return waivers.Count > 0;
    }

    public override string ToString() => Convert.ToBase64String(bytes);

    /// <summary>Only failures are waived, each is counted once, and the gate counts the others.</summary>
    private static void CheckCounts(RunResults results)
    {
        var (waived, footer) = (results.Findings.Where(f => f.Waiver is not null).ToArray(), results.Footer);
        Assert.All(waived, finding => Assert.Equal(Outcome.Fail, finding.Outcome));
        Assert.InRange(footer.Findings.Fail, 1, FailuresMax);
        Assert.Equal(waived.Length, footer.Findings.Waived);
        Assert.Equal(waived.Length, footer.Waivers.Sum(waiver => waiver.Waived));
        Assert.Equal(footer.Findings.Fail - waived.Length, footer.GateFailures);
        Assert.All(footer.Waivers, w => Assert.True(w.Waived == 0 || w.State == WaiverState.Active, w.Name));
    }
}
