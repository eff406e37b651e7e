using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Where there is nothing to judge, the verdict cites what shows that there is nothing.</summary>
public sealed class EmptyPopulationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_list_is_cited()
    {
        string[] line = ["evaluate", Repository.PathOf("snapshots", "well-kept"), "--policy", "no-expired-certificates"];
        var console = CliRun.Of(line);
        var finding = Only(CliRun.Of([.. line, "--format", "json"]).Output);

        Assert.Equal((0, ""), (console.ExitCode, console.Error));
        Assert.Contains("\n1.19     NOT APPLICABLE  medium    0 of 1 ", console.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n         server-certificates.json:2:38 ServerCertificateMetadataList = []\n", console.Output,
            StringComparison.Ordinal);
        Assert.Equal("* not_applicable NoneExist", Of(finding));
        Assert.Equal("There is no aws.iam.server_certificate in ServerCertificateMetadataList", (string?)finding["message"]);
        Assert.Equal("/ServerCertificateMetadataList", (string?)finding["evidence"]![0]!["pointer"]);
    }

    [Fact]
    public void Each_account_of_a_report_without_users_has_the_row_of_root_to_show_for_it()
    {
        var report = new CredentialReportText()
            .Root("111122223333", "aws").User("alice", "111122223333", "aws").Root("444455556666", "aws");
        var path = _folder.Write("report.csv", report.ToString());
        var run = CliRun.Of("evaluate", path, "--policy", "console-user-mfa", "--format", "json");
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();

        Assert.Equal(["* not_applicable NoneExist", "alice not_applicable NoConsolePassword"], findings.Select(f => Of(f!)).Order());
        var none = findings.Single(finding => Of(finding!).StartsWith('*'))!;
        Assert.Equal("444455556666", (string?)none["resource"]!["account"]);
        var cell = Assert.Single(none["evidence"]!.AsArray())!;
        Assert.Equal(("user", "<root_account>", 4), ((string?)cell["field"], (string?)cell["value"], (int)cell["line"]!));
    }

    [Fact]
    public void All_lists_that_a_resource_may_stand_in_are_cited()
    {
        var path = _folder.Write(
            "e/account-authorization-details.json",
            """{"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}""");
        var finding = Only(CliRun.Of(
            "evaluate", Path.GetDirectoryName(path)!, "--policy", "no-full-admin-policies", "--format", "json").Output);

        Assert.Equal("* not_applicable NoneExist", Of(finding));
        Assert.Equal("[]", (string?)finding["evidence"]![0]!["value"]);
    }

    [Fact]
    public void An_explanation_shows_the_cell_too()
    {
        var run = CliRun.Of(
            "explain", Repository.PathOf("snapshots", "well-kept"), "--policy", "no-expired-certificates");
        Assert.Contains("\n* (not applicable: NoneExist)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("server-certificates.json:2:38 ServerCertificateMetadataList = []", run.Output, StringComparison.Ordinal);
    }

    private static JsonNode Only(string report) =>
        Assert.Single(JsonNode.Parse(report)!["findings"]!.AsArray())!;

    private static string Of(JsonNode finding) => $"{finding["resource"]!["id"]} {finding["outcome"]} {finding["reason"]}";
}
