using PolicyEval.Evaluation;

namespace PolicyEval.Architecture.Tests;

/// <summary>The bundled content: it compiles and it is whole.</summary>
public sealed class PolicyContentTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    [Fact]
    public void Every_bundled_document_loads_without_a_diagnostic() => Assert.Empty(Bundled.Diagnostics);

    [Fact]
    public void Every_policy_says_what_why_how_to_check_and_how_to_put_it_right()
    {
        Assert.Equal(23, Bundled.Policies.Length);
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
}
