using System.Collections.Immutable;
using System.Text;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Snapshots;
using PolicyEval.Testing;
using PolicyEval.Testing.Organizations;
using Xunit.Abstractions;

namespace PolicyEval.Evaluation.Tests.Accounts;

/// <summary>
/// A generated organisation of 300 accounts with every kind of defect: all are found, nothing else is, and the roll-up
/// counts what was seeded. <c>POLICYEVAL_ORGANIZATION_SEED</c> gives another organisation.
/// </summary>
public sealed class GeneratedOrganizationTests(ITestOutputHelper output)
{
    private const int AccountCount = 300;
    private const int MissingCount = 13;

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("POLICYEVAL_ORGANIZATION_SEED"), out var seed) ? seed : 20260301;

    private static readonly PolicyLibrary Library = PolicyLibrary.Load(null);

    [Fact]
    public void Every_seeded_defect_is_found_and_nothing_else_is()
    {
        var organization = Make();
        var policies = Library.Policies.Select(policy => policy.Name).ToImmutableArray();
        var results = Run(
            organization.Accounts, new EvaluationRequest { ToolVersion = "0.0.0", Policies = policies });

        var expected = organization.Accounts.SelectMany(account => account.Expected
            .Where(finding => policies.Contains(finding.Policy))
            .Select(finding => $"{account.Id} {finding.Policy} {finding.Resource}"));
        var found = results.Findings.Where(finding => finding.Outcome == Outcome.Fail)
            .Select(finding => $"{finding.Resource.Account} {finding.Policy} {finding.Resource.Id}");
        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)),
            $"seed {Seed}; not found: {string.Join("; ", expected.Except(found))}; "
            + $"not seeded: {string.Join("; ", found.Except(expected))}");
        Assert.All(
            results.Findings,
            finding => Assert.True(
                finding.Outcome is Outcome.Pass or Outcome.Fail or Outcome.NotApplicable,
                $"seed {Seed}; {finding.Resource.Account} {finding.Policy} {finding.Resource.Id} {finding.Outcome}"));
        Assert.All(policies, policy => Assert.Contains(results.Of(policy), finding => finding.Outcome == Outcome.Fail));
        output.WriteLine($"{results.Findings.Count} findings, {expected.Count()} failures");
    }

    [Fact]
    public void The_roll_up_counts_what_was_seeded()
    {
        var organization = Make();
        var missing = organization.Accounts.Take(MissingCount).ToArray();
        var present = organization.Accounts.Skip(MissingCount).ToArray();
        using var folder = new TemporaryFolder();
        var list = folder.Write(
            "accounts.csv",
            "account,name\n" + string.Join('\n', organization.Accounts.Select(a => $"{a.Id},{a.Name}")));
        var results = Run(present, new EvaluationRequest
        {
            ToolVersion = "0.0.0",
            Frameworks = ["cis_v130"],
            Population = AccountPopulation.OfFile(list),
        });

        Assert.Equal(organization.Accounts.Select(account => account.Id), results.Footer.Accounts.Select(a => a.Id));
        Assert.Equal(
            missing.Select(account => account.Id),
            results.Footer.Accounts.Where(account => account.IsGap).Select(account => account.Id));
        var policies = results.Header.Policies.Select(policy => policy.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var account in present)
        {
            var result = results.Footer.Accounts.Single(other => other.Id == account.Id);
            Assert.Equal(
                (account.Name, account.Expected.Count(finding => policies.Contains(finding.Policy))),
                (result.Name, result.Findings.Fail));
        }

        foreach (var control in results.Footer.Controls.Where(control => control.Accounts is not null))
        {
            var failing = present.Count(account => account.Expected.Any(f => control.Policies.Contains(f.Policy)));
            Assert.True(
                (failing, MissingCount, AccountCount)
                    == (control.Accounts!.Outcomes.Fail, control.Accounts.Missing, control.Accounts.Total),
                $"seed {Seed}; {control.Id}: {failing} accounts fail, and the roll-up says {control.Accounts}");
        }

        Assert.Equal(1, results.Footer.ExitCode);
    }

    private GeneratedOrganization Make()
    {
        output.WriteLine($"seed {Seed}");
        return GeneratedOrganization.Of(AccountCount, Seed);
    }

    [Fact]
    public void Its_sources_contradict_each_other_nowhere()
    {
        foreach (var account in Make().Accounts)
        {
            var read = Read(account);
            Assert.Empty(read.Snapshot!.Doubts);
            Assert.DoesNotContain(read.Diagnostics, found => found.Id.StartsWith("PE616", StringComparison.Ordinal));
        }
    }

    private static SnapshotResult Read(GeneratedAccount account) => Snapshot.Read(
        account.Files().ToDictionary(
            file => file.Key, file => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value)),
        account.Id);

    private static RunResults Run(IEnumerable<GeneratedAccount> accounts, EvaluationRequest request)
    {
        var snapshots = accounts.Select(Read).ToImmutableArray();
        var preparation = Evaluator.Prepare(Library, snapshots, request);
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        var results = new RunResults();
        Evaluator.Run(preparation.Plan, results, degreeOfParallelism: 2);
        return results;
    }
}
