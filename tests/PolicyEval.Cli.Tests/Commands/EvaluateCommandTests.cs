using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyEval.Reporting;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class EvaluateCommandTests
{
    private static readonly string Good = new CredentialReportText().Root().User("deploy").ToString();

    private static readonly string Bad =
        new CredentialReportText().Root(("access_key_1_active", "true")).User("deploy").ToString();

    private static readonly string Gap =
        new CredentialReportText().Root(("access_key_1_active", "not_supported")).User("deploy").ToString();

    private static readonly string BadAndGap = new CredentialReportText()
        .Root(("access_key_1_active", "true"), ("mfa_active", "maybe")).User("deploy").ToString();

    public static TheoryData<int, string, string> ExitCodes => new()
    {
        { 0, Good, "--policy|root-access-key-absent" },
        { 1, Bad, "--policy|root-access-key-absent" },
        { 1, Bad, "--policy|root-access-key-absent|--fail-on|high" },
        { 0, Bad, "--policy|root-access-key-absent|--fail-on|critical" },
        { 2, Gap, "--policy|root-access-key-absent" },
        { 1, BadAndGap, "--policy|root-access-key-absent|--policy|root-mfa-enabled" },
        { 2, BadAndGap, "--policy|root-access-key-absent|--policy|root-mfa-enabled|--strict" },
        { 64, Good, "--framework|cis_v13" },
        { 64, Good, "--policy|root-acess-key-absent" },
        { 64, Good, "--set|nonsense" },
        { 64, Good, "--as-of|yesterday" },
        { 64, Good, "--set|access-key-rotation.maxAgeDays=3|--set|access-key-rotation.maxAgeDays=4" },
        { 3, "", "" },
    };

    /// <summary>The monitoring controls are asked for with the same commands: the first one shows them.</summary>
    [Fact]
    public void Commands_that_several_controls_need_stand_once()
    {
        var run = CliRun.Of("evaluate", Repository.PathOf("snapshots", "well-kept"), "--verbose");

        Assert.Contains("\n         $ as for 4.1\n", run.Output, StringComparison.Ordinal);
        var calls = run.Output.Split('\n').Count(line => line.Contains("aws logs describe-metric-filters", StringComparison.Ordinal));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void An_empty_text_is_seen_where_a_rule_is_changed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own/own.yaml", PolicyText.Of("own", "params.exempt == 'x' || params.exempt == ''")
            .Replace("  validations:", "  params:\n    exempt: { type: string, default: \"\" }\n  validations:", StringComparison.Ordinal));
        string[] line = ["evaluate", folder.Write("report.csv", Good), "--policies", folder.PathOf("own"), "--policy", "own"];

        Assert.DoesNotContain("CHANGED", CliRun.Of(line).Output, StringComparison.Ordinal);
        Assert.Contains(
            "\nCHANGED RULE own.exempt = x (standard: \"\"), --set\n",
            CliRun.Of([.. line, "--set", "own.exempt=x"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_shown_before_many_warnings()
    {
        using var folder = new TemporaryFolder();
        var report = new CredentialReportText().Root();
        for (var i = 0; i < 80; i++)
            report.User($"u{i}", ("mfa_active", "maybe"));
        report.User("last", ("password_last_used", "2025-02-30T00:00:00Z"));

        var run = CliRun.Of("evaluate", folder.Write("report.csv", report.ToString()));

        Assert.Equal(PolicyEval.Cli.ExitCodes.UnusableInput, run.ExitCode);
        Assert.Contains("report.csv:83:", run.Error, StringComparison.Ordinal);
        Assert.Contains("error PE6066", run.Error, StringComparison.Ordinal);
        Assert.Equal(49, run.Error.Split("warning PE").Length - 1);
        Assert.Matches(@"\.\.\. and \d+ more diagnostics \(--quiet shows errors alone\)", run.Error);
    }

    [Fact]
    public void An_input_that_is_not_there_is_named_as_it_was_given() => Assert.StartsWith(
        "some/where.csv: error PE6001: ", CliRun.Of("evaluate", "some/where.csv").Error, StringComparison.Ordinal);

    /// <summary>No framework is another's benchmark: the words fit each.</summary>
    [Fact]
    public void A_manual_requirement_that_is_decided_shows_both_words()
    {
        var run = CliRun.Of("evaluate", Repository.PathOf("snapshots", "well-kept"), "--framework", "iso_27001_2022");

        var words = run.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"(?m)^A\.8\.5 +PASS ", run.Output);
        Assert.Contains("(the framework calls it manual)", string.Join(' ', words), StringComparison.Ordinal);
        Assert.DoesNotContain("CIS", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ExitCodes))]
    public void The_exit_code_tells_what_happened(int exitCode, string csv, string options)
    {
        var run = OnFile(csv, options.Split('|', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.DoesNotContain("PE9", run.Error, StringComparison.Ordinal);
        Assert.Equal(exitCode is 0 or 1 or 2, run.Output.Length > 0);
    }

    [Theory]
    [InlineData("--framework|cis_v13", "cis_v130")]
    [InlineData("--policy|root-acess-key-absent", "root-access-key-absent")]
    [InlineData("--set|access-key-rotation.maxAgeDay=3", "maxAgeDays")]
    public void A_mistyped_name_gets_a_suggestion(string options, string meant) =>
        Assert.Contains($"did you mean '{meant}'?", OnFile(Good, options.Split('|')).Error, StringComparison.Ordinal);

    [Fact]
    public void The_verdict_of_control_1_4_cites_file_line_and_column()
    {
        var run = OnFile(Bad);

        Assert.Matches(@"(?m)^1\.4 +FAIL +high +1 of 1 ", run.Output);
        Assert.Matches(@"report\.csv:2:\d+ access_key_1_active = true\n", run.Output);
        Assert.Contains("8 of 55 controls assessed (cis_v130)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_cites_its_cells_too()
    {
        var run = OnFile(Good);

        Assert.Matches(@"(?m)^1\.4 +PASS +high +0 of 1 ", run.Output);
        Assert.Matches(@"report\.csv:2:\d+ access_key_1_active = false\n", run.Output);
    }

    [Fact]
    public void Control_1_4_is_the_first_in_the_table()
    {
        var table = OnFile(Good).Output.Split("Title\n")[1];

        Assert.StartsWith("1.4 ", table, StringComparison.Ordinal);
    }

    /// <summary>In a row or, where it is not decided, in a list.</summary>
    [Theory]
    [InlineData]
    [InlineData("--verbose")]
    public void Every_control_of_the_framework_is_named(params string[] options)
    {
        var report = OnFile(Good, options).Output;
        using var json = JsonDocument.Parse(OnFile(Good, "--format", "json").Output);

        foreach (var control in json.RootElement.GetProperty("controls").EnumerateArray())
        {
            var id = Regex.Escape(control.GetProperty("id").GetString()!);
            Assert.Matches($@"(?m)^(?:{id} |(?:NOT ASSESSED|MANUAL)? {{2,}}(?:[0-9.]+, )*{id}(?:,|$))", report);
        }
    }

    [Fact]
    public void Standard_input_gives_the_same_findings()
    {
        var run = CliRun.Of(["evaluate", "-"], Encoding.UTF8.GetBytes(Bad));

        Assert.Matches(@"(?m)^1\.4 +FAIL ", run.Output);
        Assert.Equal(OnFile(Bad).ExitCode, run.ExitCode);
    }

    [Fact]
    public void Threads_change_no_byte()
    {
        var text = new CredentialReportText().Root();
        for (var i = 0; i < 400; i++)
            text.User($"user-{i}", ("password_enabled", i % 3 == 0 ? "true" : "false"));
        string[] options = ["--as-of", "2026-01-01T00:00:00Z", "--format", "json", "--threads"];

        var one = OnFile(text.ToString(), [.. options, "1"]);
        var many = OnFile(text.ToString(), [.. options, "8"]);

        Assert.Contains("\"user-399\"", one.Output, StringComparison.Ordinal);
        Assert.Equal(one.Output, many.Output);
        Assert.Equal(one.ExitCode, many.ExitCode);
    }

    [Fact]
    public void Several_reports_are_written_at_once()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Bad);
        var json = folder.PathOf("out.json");
        var summary = folder.PathOf("summary.txt");

        var run = CliRun.Of("evaluate", csv, "--format", "console", "--format", $"json={json}", "--format", $"summary={summary}");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("PolicyEval ", run.Output, StringComparison.Ordinal);
        Assert.Equal(CliRun.Of("evaluate", csv, "--format", "json").Output, File.ReadAllText(json));
        Assert.Equal(CliRun.Of("evaluate", csv, "--format", "summary").Output, File.ReadAllText(summary));
        Assert.Equal(3, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_file_has_no_colour_though_the_terminal_has()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Bad);
        var file = folder.PathOf("out.txt");

        CliRun.Of(
            ["evaluate", csv, "--format", $"console={file}", "--format", "summary"], input: null, new ReportStyle(100, Color: true));

        Assert.DoesNotContain('\u001b', File.ReadAllText(file));
    }

    [Fact]
    public void A_cancelled_run_is_130_and_leaves_the_old_report()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var csv = folder.Write("report.csv", Bad);
        var json = folder.Write("out.json", "old");

        var run = CliRun.Of(
            ["evaluate", csv, "--format", $"json={json}"], input: null, cancellationToken: cancellation.Token);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("old", File.ReadAllText(json));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void An_unusable_snapshot_leaves_the_old_report()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", "no credential report");
        var json = folder.Write("out.json", "old");

        var run = CliRun.Of("evaluate", csv, "--format", $"json={json}");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error PE6", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(json));
    }

    [Fact]
    public void A_policy_that_crashes_is_exit_code_2_and_the_others_stand()
    {
        using var folder = new TemporaryFolder();
        var csv = folder.Write("report.csv", Good);
        folder.Write("mine/mine.yaml", PolicyText.Of("mine", "1 / (size(root.user) - size(root.user)) == 1"));

        var run = CliRun.Of(
            "evaluate", csv, "--policies", folder.PathOf("mine"), "--policy", "mine", "--policy", "root-access-key-absent");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"(?m)^1\.4 +PASS ", run.Output);
        Assert.Contains("<root_account> (error", run.Output, StringComparison.Ordinal);
    }

    private static CliRun OnFile(string csv, params string[] options)
    {
        using var folder = new TemporaryFolder();
        return CliRun.Of(["evaluate", folder.Write("report.csv", csv), .. options]);
    }
}
