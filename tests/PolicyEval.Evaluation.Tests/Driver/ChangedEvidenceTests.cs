using System.Collections.Immutable;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Driver;

/// <summary>
/// A large report, and a snapshot that was let go, is read when it is opened and again when it is evaluated.
/// </summary>
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

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Snapshots_that_were_let_go_are_judged_as_if_they_were_held(int degree)
    {
        using var folder = new TemporaryFolder();
        var (opened, request) = OpenedIn(folder);
        var held = Run(opened, request, degree: 1);
        var letGo = Run([.. opened.Select(snapshot => snapshot.LetGo())], request, degree);

        Assert.Equal(held.Print(), letGo.Print());
        Assert.Equal(held.Header.Snapshots.Select(s => s.Digest), letGo.Header.Snapshots.Select(s => s.Digest));
        Assert.Equal(
            opened.Select(snapshot => snapshot.Outline!.Digest),
            letGo.Findings.Select(finding => finding.Snapshot).Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_snapshot_that_changed_since_it_was_let_go_ends_the_run(int degree)
    {
        using var folder = new TemporaryFolder();
        var (opened, request) = OpenedIn(folder);
        ImmutableArray<SnapshotResult> letGo = [.. opened.Select(snapshot => snapshot.LetGo())];
        var plan = Evaluator.Prepare(PolicyLibrary.LoadFor(request), letGo, request).Plan!;
        var path = folder.PathOf("a5/credential-report.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("u3", "u9", StringComparison.Ordinal));
        var results = new RunResults();

        var changed = Assert.Throws<EvidenceReadException>(() => Evaluator.Run(plan, results, degree));
        Assert.Equal(("PE6176", "a5"), (changed.Diagnostic.Id, changed.Diagnostic.File));
        Assert.Null(results.Footer);
    }

    private static (ImmutableArray<SnapshotResult> Opened, EvaluationRequest Request) OpenedIn(TemporaryFolder folder)
    {
        var opened = ImmutableArray.CreateBuilder<SnapshotResult>();
        for (var account = 0; account < 7; account++)
        {
            var id = $"11112222333{account}";
            var report = new CredentialReportText().Root(id, "aws");
            for (var user = 0; user <= account; user++)
                report.User($"u{user}", id, "aws");
            folder.Write($"a{account}/credential-report.csv", report.ToString());
            folder.Write($"a{account}/account-summary.json", $$"""{"SummaryMap": {"Users": {{account}} } }""");
            opened.Add(Snapshot.Open(folder.PathOf($"a{account}")));
        }

        return (
            opened.ToImmutable(),
            new EvaluationRequest { ToolVersion = "0", Frameworks = ["cis_v130"], AsOf = "2026-07-01" });
    }

    private static RunResults Run(ImmutableArray<SnapshotResult> opened, EvaluationRequest request, int degree)
    {
        var plan = Evaluator.Prepare(PolicyLibrary.LoadFor(request), opened, request).Plan!;
        var results = new RunResults();
        Evaluator.Run(plan, results, degree);
        return results;
    }
}
