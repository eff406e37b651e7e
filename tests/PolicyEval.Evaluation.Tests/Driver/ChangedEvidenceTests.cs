using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

/// <summary>A large report is read when it is opened and again when it is evaluated.</summary>
public sealed class ChangedEvidenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_report_that_changed_since_it_was_opened_ends_the_run(int degree)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("report.csv");
        var report = new CredentialReportText().Root();
        for (var user = 0; user < 3_000; user++)
            report.User($"u{user}");
        File.WriteAllText(path, report.ToString());
        var opened = Snapshot.Open(path, SnapshotLimits.Default with { HeldBytes = 1024 });
        var request = new EvaluationRequest { ToolVersion = "0", Frameworks = ["cis_v130"], AsOf = "2026-07-01" };
        var plan = Evaluator.Prepare(PolicyLibrary.LoadFor(request), [opened], request).Plan!;
        Assert.True(Evaluator.Run(plan, new RunResults(), degree).Findings.Total > 3_000);

        // Of the same length, and with the time that it had: only the bytes tell.
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, report.ToString().Replace("u2999,", "u2998,", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, time);
        var results = new RunResults();
        var changed = Assert.Throws<EvidenceReadException>(() => Evaluator.Run(plan, results, degree));
        Assert.Equal("PE6176", changed.Diagnostic.Id);
        Assert.Null(results.Footer);
    }
}
