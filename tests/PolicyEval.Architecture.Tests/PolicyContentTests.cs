using System.Text.Json;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>The bundled content: it compiles, it is whole, and the framework is the benchmark's own list.</summary>
public sealed class PolicyContentTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    private static readonly Framework Cis = Assert.IsType<Framework>(Bundled.FindFramework("cis_v130"));

    [Fact]
    public void Every_bundled_document_loads_without_a_diagnostic() => Assert.Empty(Bundled.Diagnostics);

    [Fact]
    public void Every_policy_says_what_why_how_to_check_and_how_to_put_it_right()
    {
        Assert.Equal(8, Bundled.Policies.Length);
        Assert.All(Bundled.Policies, policy =>
        {
            string[] texts =
            [
                policy.Title, policy.Description, policy.Rationale, policy.Audit, policy.Troubleshooting,
                policy.Remediation.Console, policy.Remediation.Cli, policy.Remediation.Iac,
            ];
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text), policy.Name));
            Assert.Contains(policy.Commands, command => command.Run.StartsWith("aws ", StringComparison.Ordinal));
            Assert.All(policy.References, reference => Assert.StartsWith("https://", reference, StringComparison.Ordinal));
            Assert.NotEmpty(policy.References);
        });
    }

    [Fact]
    public void The_first_control_is_of_high_severity() =>
        Assert.Equal(
            PolicyEval.Evaluation.Results.Severity.High, Bundled.FindPolicy("root-access-key-absent")!.Severity);

    /// <summary>--user-name root names an IAM user of that name: no command may pretend to reach the root user so.</summary>
    [Fact]
    public void No_command_treats_an_iam_user_called_root_as_the_root_user() =>
        Assert.All(Bundled.Policies, policy =>
            Assert.DoesNotContain(policy.Commands, command =>
                command.Run.Contains("--user-name root", StringComparison.Ordinal)));

    [Fact]
    public void A_control_without_a_policy_says_what_it_needs()
    {
        var open = Cis.Controls.Where(control => control.Policies.IsEmpty).ToArray();
        Assert.Equal(47, open.Length);
        Assert.All(open, control => Assert.False(string.IsNullOrWhiteSpace(control.Needs), control.Id));
    }

    [Fact]
    public void The_framework_has_55_controls_with_ids_of_their_own()
    {
        Assert.Equal("1.3.0", Cis.Version);
        Assert.Equal(55, Cis.Controls.Select(control => control.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(Cis.Controls, control => control.Id == "1.10");
    }

    [SharedFact("data/cis-controls.json")]
    public void The_framework_is_the_list_of_the_benchmark()
    {
        using var data = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Shared!, "data", "cis-controls.json")));
        var expected = data.RootElement.GetProperty("cis_v130").GetProperty("controls").EnumerateArray()
            .Select(control => string.Join('|',
                control.GetProperty("id").GetString(),
                control.GetProperty("title").GetString(),
                control.GetProperty("section").GetString(),
                string.Join(',', control.GetProperty("levels").EnumerateArray()),
                control.GetProperty("assessment").GetString()));
        var actual = Cis.Controls.Select(control => string.Join('|',
            control.Id,
            control.Title,
            control.Section,
            string.Join(',', control.Levels),
            control.IsManual ? "manual" : "automated"));
        Assert.Equal(expected, actual);
    }
}
