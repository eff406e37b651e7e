using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>What cannot be compiled is said, by name and place.</summary>
public sealed class QueryCompilerTests
{
    private static readonly EvaluationRequest Rules = new() { ToolVersion = "0.0.0" };
    private static readonly QueryRequest Duck = new() { Dialect = "duckdb" };

    [Fact]
    public void Policies_that_need_other_evidence_are_left_out_by_name()
    {
        var rules = Rules with { Frameworks = ["cis_v130"], AsOf = "2026-03-01" };
        var compilation = QueryCompiler.Compile(PolicyLibrary.LoadFor(rules), rules, Duck);

        Assert.Equal(0, compilation.ExitCode);
        Assert.Equal(
            [
                "no-expired-certificates", "no-full-admin-policies", "password-policy-length", "password-policy-reuse",
                "support-role",
            ],
            LeftOut(compilation, "PE4190"));
        Assert.Equal(["root-hardware-mfa", "user-permissions-through-groups"], LeftOut(compilation, "PE4191"));
        Assert.Contains(
            compilation.Diagnostics, d => d.Message == "user-permissions-through-groups is left out: it needs "
                + "user.attached_policies, which account-authorization-details.json has.");

        // Whatever was asked for is in the statement or was named.
        Assert.Equal(8, compilation.Statement!.Split('\n').Count(line => line.StartsWith("-- p", StringComparison.Ordinal)
            && char.IsAsciiDigit(line[4])));
    }

    [Theory]
    [InlineData("user.user.matches('^a+$')", "calls matches")]
    [InlineData("user.user in [user.arn]", "asks for an element of what is no constant list")]
    [InlineData("[1, 2].exists(e, e > 1) && user.mfa_active", "uses lists, maps, optionals or loops")]
    [InlineData("user.user.startsWith(user.arn)", "calls startsWith with what is no constant text")]
    [InlineData("asOf + (asOf - asOf) == asOf", "moves an instant by what is no constant number of seconds")]
    [InlineData("account.summary == account.summary", "reads account.summary as a whole")]
    [InlineData("user.user == '\\\\u0000'", "has a constant of type string that SQL cannot hold")]
    public void What_SQL_cannot_say_is_told_at_its_place(string expression, string why)
    {
        using var scenario = new Scenario()
            .Policy("p.yaml", PolicyText.Of("p", "aws.iam.user", expression))
            .Policy("q.yaml", PolicyText.Of("q", "aws.iam.user", "user.mfa_active"));

        var compilation = Compile(scenario, Rules, Duck);

        var diagnostic = Assert.Single(compilation.Diagnostics, d => d.Id == "PE4191");
        Assert.Equal($"p is left out: it {why}.", diagnostic.Message);
        Assert.Equal(9, diagnostic.Location.Line);
        Assert.Contains("'q'", compilation.Statement, StringComparison.Ordinal);
        Assert.DoesNotContain("'p'", compilation.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_be_too_long_is_left_out_soon()
    {
        var expression = Enumerable.Range(0, 40).Aggregate("x == ''", (body, i) => $"cel.bind(x, x + x, {body})");
        using var scenario = new Scenario()
            .Policy("p.yaml", PolicyText.Of("p", "aws.iam.user", $"cel.bind(x, user.arn, {expression})"));

        var compilation = Compile(scenario, Rules, Duck);

        Assert.Contains(
            compilation.Diagnostics, d => d.Message == "p is left out: it is too long once it is written as SQL.");
        Assert.Equal("PE4192", compilation.Diagnostics[^1].Id);
        Assert.Equal((64, null), (compilation.ExitCode, compilation.Statement));
    }

    [Fact]
    public void A_fault_in_a_variable_is_told_there_and_only_where_a_rule_reads_it()
    {
        using var scenario = new Scenario().Policy("p.yaml",
            """
            apiVersion: policyeval/v1
            kind: Policy
            metadata: { name: p }
            spec:
              title: T
              severity: medium
              resource: aws.iam.user
              variables:
                - { name: bad, expression: "user.user.matches('a')" }
                - { name: told, expression: "user.user.matches('b')" }
              validations:
                - { expression: "variables.bad || user.mfa_active", reason: R, messageExpression: "string(variables.told)" }

            """);

        var diagnostic = Assert.Single(Compile(scenario, Rules, Duck).Diagnostics, d => d.Id == "PE4191");

        Assert.Equal((9, "p is left out: it calls matches."), (diagnostic.Location.Line, diagnostic.Message));
    }

    [Fact]
    public void Without_an_instant_a_warning_names_the_policies_that_need_one()
    {
        var rules = Rules with { Policies = ["access-key-rotation", "console-user-mfa"] };
        var library = PolicyLibrary.LoadFor(rules);

        var warning = Assert.Single(QueryCompiler.Compile(library, rules, Duck).Diagnostics, d => d.Id == "PE4193");

        Assert.Equal(
            "Nothing tells the instant at which ages are measured: access-key-rotation cannot pass where an age decides.",
            warning.Message);
        Assert.Empty(QueryCompiler.Compile(library, rules with { AsOf = "2026-03-01" }, Duck).Diagnostics);
        Assert.Empty(QueryCompiler.Compile(library, rules, Duck with { AsOfColumn = "t" }).Diagnostics);
    }

    [Theory]
    [InlineData("PE4194", "duckdb", "t", "2026-03-01", "c")]
    [InlineData("PE4195", "duckdb", "", null, null)]
    [InlineData("PE4195", "duckdb", "a..b", null, null)]
    [InlineData("PE4195", "duckdb", "a.b.c.d", null, null)]
    [InlineData("PE4195", "duckdb", "a\0b", null, null)]
    [InlineData("PE4195", "duckdb", "t", null, "")]
    [InlineData("PE4198", "duckbd", "t", null, null)]
    [InlineData("PE4007", "duckdb", "t", "yesterday", null)]
    public void Wrong_options_are_refused(string id, string dialect, string table, string? asOf, string? column)
    {
        var rules = Rules with { Policies = ["console-user-mfa"], AsOf = asOf };
        var query = new QueryRequest { Dialect = dialect, Table = table, AsOfColumn = column };

        var compilation = QueryCompiler.Compile(PolicyLibrary.LoadFor(rules), rules, query);

        Assert.Equal((64, null), (compilation.ExitCode, compilation.Statement));
        var error = Assert.Single(compilation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(id, error.Id);
        if (id == "PE4198")
            Assert.Equal("duckdb", error.Suggestion);
    }

    [Theory]
    [InlineData("arn", null)]
    [InlineData("mfa_activ", "mfa_active")]
    public void A_column_that_no_table_may_lack_is_refused(string column, string? meant)
    {
        var rules = Rules with { Policies = ["console-user-mfa"] };

        var compilation = QueryCompiler.Compile(
            PolicyLibrary.LoadFor(rules), rules, Duck with { AbsentColumns = [column] });

        var error = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("PE4196", 64), (error.Id, compilation.ExitCode));
        if (meant is not null)
            Assert.Equal(meant, error.Suggestion);
    }

    [Theory]
    [InlineData("policy: console-user-mfa, accounts: [\"111122223333\"], severity: low", "PE4197")]
    [InlineData("policy: console-user-mfa, severity: low", null)]
    public void Settings_for_all_accounts_hold_and_others_are_refused(string change, string? id)
    {
        using var scenario = new Scenario().Settings(SettingsText.Of(change));
        var library = scenario.Library();
        var rules = Rules with
        {
            Policies = ["console-user-mfa"],
            Settings = PolicySettings.Load(file: null, scenario.PolicyFolder, library),
        };

        var compilation = QueryCompiler.Compile(library, rules, Duck);

        Assert.Equal(id, compilation.Diagnostics.FirstOrDefault(d => d.Id.StartsWith("PE419", StringComparison.Ordinal))?.Id);
        Assert.Equal(id is null, compilation.Statement?.Contains("'low' AS \"severity\"", StringComparison.Ordinal) ?? false);
        Assert.Equal(id is null, compilation.Statement?.Contains("-- settings ", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_statement_that_Athena_does_not_take_is_warned_of()
    {
        using var scenario = new Scenario();
        for (var i = 0; i < 40; i++)
        {
            scenario.Policy(
                $"p{i}.yaml",
                PolicyText.Of($"p{i}", "aws.iam.user", $"user.user != '{new string('x', 8000)}' || user.mfa_active"));
        }

        Assert.Single(Compile(scenario, Rules, new QueryRequest { Dialect = "athena" }).Diagnostics, d => d.Id == "PE4199");
        Assert.DoesNotContain(Compile(scenario, Rules, Duck).Diagnostics, d => d.Id == "PE4199");
    }

    [Fact]
    public void A_changed_parameter_is_in_the_head_and_in_the_rule()
    {
        var rules = Rules with
        {
            Policies = ["access-key-rotation"],
            AsOf = "2026-03-01",
            Sets = ["access-key-rotation.maxAgeDays=30"],
        };

        var statement = QueryCompiler.Compile(PolicyLibrary.LoadFor(rules), rules, Duck).Statement!;

        Assert.Contains("maxAgeDays=30 (changed by --set from 90)\n", statement, StringComparison.Ordinal);
        Assert.Contains((30L * 86_400 * 1_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture), statement, StringComparison.Ordinal);
        Assert.Contains("-- ages at 2026-03-01T00:00:00Z\n", statement, StringComparison.Ordinal);
    }

    private static QueryCompilation Compile(Scenario scenario, EvaluationRequest rules, QueryRequest query) =>
        QueryCompiler.Compile(scenario.Library(), rules, query);

    private static IEnumerable<string> LeftOut(QueryCompilation compilation, string id) => compilation.Diagnostics
        .Where(diagnostic => diagnostic.Id == id).Select(diagnostic => diagnostic.Arguments[0])
        .Order(StringComparer.Ordinal);
}
