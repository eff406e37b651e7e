using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Testing;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Evaluation.Tests.Fuzzing;

/// <summary>A file that is read as settings and applied to a run over three accounts.</summary>
internal sealed class SettingsInput(byte[] bytes) : FuzzInput
{
    private static readonly string[] Accounts = ["111122223333", "444455556666", "777788889999"];

    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    private static readonly SnapshotResult Snapshot = Snapshots.Snapshot.Read(
        new Dictionary<string, ReadOnlyMemory<byte>> { ["credential-report.csv"] = Encoding.UTF8.GetBytes(Report()) }, "fuzz");

    private static readonly EvaluationRequest Request = new()
    {
        ToolVersion = "0.0.0",
        AsOf = "2026-02-01T00:00:00Z",
        Frameworks = ["cis_v130"],
    };

    private static readonly string[] Plain = [.. Run(Request).Findings.Select(KeyOf)];

    public override int Length => bytes.Length;

    public override long AllocationMax => DocumentRules.AllocationMax + (DocumentRules.AllocationOfByte * Length);

    public override bool Check()
    {
        var settings = new SettingsLibraryReader(Bundled).Read([new SourceFile("s.yaml", "s.yaml", bytes)]);
        DocumentRules.Check(settings.Diagnostics);
        if (settings.HasErrors)
        {
            Assert.Null(Evaluator.Prepare(Bundled, [Snapshot], Request with { Settings = settings }).Plan);
            return false;
        }
        var results = Run(Request with { Settings = settings });
        DocumentRules.Check(results.Footer.Diagnostics);

        // Whatever settings say, each policy judges each resource once, and the findings keep their fingerprints.
        Assert.Equal(Plain, results.Findings.Select(KeyOf));
        Assert.All(results.Header.Policies, p => Assert.True(!p.SeverityChanged || p.SeveritySource.StartsWith("s.yaml:", StringComparison.Ordinal)));
        Assert.All(
            results.Header.Policies.SelectMany(p => p.Params).Where(param => param.Changed),
            param => Assert.StartsWith("s.yaml:", param.Source, StringComparison.Ordinal));
        return results.Header.Policies.Any(p => p.SeverityChanged || p.ParamsChanged);
    }

    public override string ToString() => Convert.ToBase64String(bytes);

    private static string KeyOf(Finding finding) => $"{finding.Policy} {finding.Resource.Account} {finding.Fingerprint}";

    private static RunResults Run(EvaluationRequest request)
    {
        var results = new RunResults();
        Evaluator.Run(Evaluator.Prepare(Bundled, [Snapshot], request).Plan!, results, degreeOfParallelism: 1);
        return results;
    }

    private static string Report()
    {
        var report = new CredentialReportText();
        foreach (var account in Accounts)
            report.Root(account, "aws").User("ann", account, "aws", ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2025-12-01T00:00:00Z"));
        return report.ToString();
    }
}
