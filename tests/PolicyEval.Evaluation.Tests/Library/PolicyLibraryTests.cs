using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Library;

public sealed class PolicyLibraryTests
{
    private const string Good = """
        apiVersion: policyeval/v1
        kind: Policy
        metadata: { name: good }
        spec:
          title: T
          severity: low
          resource: aws.iam.user
          params:
            n: { type: int, default: 1, minimum: 0, maximum: 9 }
          validations:
            - expression: user.mfa_active
              reason: NoMfa
              message: It has none.
          passMessageExpression: "'At most ' + string(params.n)"

        """;

    [Theory]
    [InlineData("policyeval/v1", "policyeval/v2", "PE3021 1:13")]
    [InlineData("kind: Policy", "kind: Polcy", "PE3022 2:7")]
    [InlineData("name: good", "name: Good", "PE3027 3:19")]
    [InlineData("  title: T\n", "", "PE3024 5:3")]
    [InlineData("severity: low", "severity: lo", "PE3026 6:13")]
    [InlineData("aws.iam.user", "aws.iam.usr", "PE3026 7:13")]
    [InlineData("default: 1", "default: 10", "PE3030 9:30")]
    [InlineData("default: 1", "default: one", "PE3030 9:30")]
    [InlineData("default: 1", "default: \"\"", "PE3030 9:30")]
    [InlineData("type: int, default: 1, minimum: 0, maximum: 9", "type: string, default: \"\", enum: [a]", "PE3030 9:33")]
    [InlineData("type: int, default: 1, minimum: 0, maximum: 9", "type: string, default:", "PE3024 9:33")]
    [InlineData("maximum: 9", "enum: [a]", "PE3032 9:52")]
    [InlineData("minimum: 0", "minimum: 10", "PE3031 9:42")]
    [InlineData("type: int", "type: integer", "PE3026 9:16")]
    [InlineData("title: T", "titel: T", "PE3024 5:3|PE3023 5:3")]
    [InlineData("user.mfa_active", "user.mfa_activ", "PE2003 11:24")]
    [InlineData("user.mfa_active", "user.user", "PE2 11:19")]
    [InlineData("reason: NoMfa", "reason: no-mfa", "PE3027 12:15")]
    [InlineData("message: It has none.", "messageExpression: 1 + 1", "PE2 13:26")]
    [InlineData("      message: It has none.\n", "", "PE3033 11:7")]
    [InlineData("message: It has none.", "message:", "PE3035 13:15")]
    [InlineData("message: It has none.", "message: \"\"", "PE3035 13:16")]
    [InlineData("message: It has none.", "message: m\n      messageExpression: \"'m'\"", "PE3033 14:26")]
    [InlineData("message: It has none.", "message: m\n      messageExpression:", "PE3035 14:25")]
    [InlineData("reason: NoMfa", "reason: True", "PE3040 12:15")]
    [InlineData("title: T", "title: [T]", "PE3025 5:10")]
    [InlineData("title: T", "title: \" \"", "PE3035 5:10")]
    [InlineData("title: T", "title: T\n  title: U", "PE3008 6:3")]
    [InlineData("title: T", "title: *x", "PE3007 5:10")]
    [InlineData("title: T", "title: !x T", "PE3007 5:10")]
    [InlineData("expression: user", "expression: !user", "PE3007 11:19")]
    [InlineData("expression: user.mfa_active", "expression: !user.mfa_actve", "PE3007 11:19|PE2003 11:25")]
    [InlineData("message: It has none.", "message: !It has none.\n  titel: T", "PE3007 13:16|PE3023 14:3")]
    [InlineData("title: T", "title: &x T\n  severty: low", "PE3007 5:10|PE3023 6:3")]
    [InlineData("spec:", "spec: !x\n  severty: low", "PE3007 4:7|PE3023 5:3")]
    [InlineData("title: T", "title: [", "PE3004")]
    [InlineData("  severity: low", "\tseverity: low", "PE3004 6:1")]
    [InlineData("  title: T\n", "  title: T\n  \tand more\n", "PE3004 6:3")]
    [InlineData("      reason: NoMfa", "\t      reason: NoMfa", "PE3004 12:1")]
    [InlineData("title: T", "title: \"\\UFFFFFFFF\"", "PE3004")]
    public void A_mistake_is_a_diagnostic_at_its_place(string from, string to, string expected)
    {
        using var scenario = new Scenario().Policy("p.yaml", Good.Replace(from, to));
        var places = Scenario.Places(scenario.Library().Diagnostics).ToArray();
        var wanted = expected.Split('|');
        Assert.Equal(wanted.Length, places.Length);
        foreach (var want in wanted)
        {
            var (id, place) = (want.Split(' ')[0], want.Contains(' ') ? want.Split(' ')[1] : "");
            Assert.Contains(places, p => p.StartsWith(id, StringComparison.Ordinal)
                && p.EndsWith(place, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_empty_text_is_a_text()
    {
        using var scenario = new Scenario().Policy("p.yaml", Good.Replace(
            "type: int, default: 1, minimum: 0, maximum: 9", "type: string, default: \"\""));
        var library = scenario.Library();
        Assert.Empty(library.Diagnostics);
        Assert.Equal("", Assert.Single(library.FindPolicy("good")!.Params).Default.Text);
    }

    [Fact]
    public void Every_mistake_is_reported_not_the_first()
    {
        using var scenario = new Scenario().Policy("p.yaml", """
            apiVersion: policyeval/v1
            kind: Policy
            metadata: { name: Bad_Name, labels: x }
            spec:
              severity: huge
              resource: aws.iam.user
              variables:
                - { name: a, expression: 1 + }
                - { name: a, expression: "1" }
              validations: []
            """);
        Assert.Equal(
            ["PE3027 3:19", "PE3023 3:29", "PE3024 5:3", "PE3026 5:13", "PE1", "PE3028 9:15", "PE3029 10:16"],
            Scenario.Places(scenario.Library().Diagnostics).Select(p => p.StartsWith("PE1", StringComparison.Ordinal)
                ? "PE1" : p));
    }

    [Theory]
    [InlineData("\"user.mfa_activ\"", 12, 25)]
    [InlineData("'user.mfa_activ'", 12, 25)]
    [InlineData("\"\\x75ser.mfa_activ\"", 12, 28)]
    [InlineData("|\n        true &&\n          user.mfa_activ", 14, 16)]
    [InlineData(">-\n        true &&\n        user.mfa_activ", 14, 14)]
    [InlineData("true &&\n        user.mfa_activ", 13, 14)]
    public void A_mistake_in_CEL_has_its_exact_place_in_every_style(string scalar, int line, int column)
    {
        var yaml = "\n" + Good.Replace("expression: user.mfa_active", "expression: " + scalar);
        foreach (var text in (string[])[yaml, "\uFEFF" + yaml.Replace("\n", "\r\n")])
        {
            using var scenario = new Scenario().Policy("p.yaml", text);
            var diagnostic = Assert.Single(scenario.Library().Diagnostics);
            Assert.Equal(
                (line, column, "mfa_active"),
                (diagnostic.Location.Line, diagnostic.Location.Column, diagnostic.Suggestion));
        }
    }

    [Fact]
    public void A_policy_of_the_folder_replaces_the_bundled_one()
    {
        using var scenario = new Scenario().Policy("p.yaml", Good.Replace("name: good", "name: console-user-mfa"));
        var library = scenario.Library();
        var info = Assert.Single(library.Diagnostics);
        Assert.Equal(("PE3060", DiagnosticSeverity.Info, false), (info.Id, info.Severity, library.HasErrors));
        var policy = library.FindPolicy("console-user-mfa")!;
        Assert.EndsWith("p.yaml", policy.File.Origin);
        Assert.True(policy.ReplacesBundled);
        Assert.All(library.Policies.Where(p => p.File.IsBundled), p => Assert.False(p.ReplacesBundled));
    }

    [Fact]
    public void A_copy_of_a_bundled_document_replaces_nothing()
    {
        using var scenario = new Scenario()
            .Policy("p.yaml", File.ReadAllText(Repository.PathOf("policies", "iam", "root-use.yaml")))
            .Policy("f.yaml", File.ReadAllText(Repository.PathOf("policies", "frameworks", "cis_v130.yaml")));
        var library = scenario.Library();
        var (policy, framework) = (library.FindPolicy("root-use")!, library.FindFramework("cis_v130")!);
        Assert.Empty(library.Diagnostics);
        Assert.Equal((false, false), (policy.ReplacesBundled, framework.ReplacesBundled));
        Assert.Equal((false, false), (policy.File.IsBundled, framework.File.IsBundled));
    }

    [Fact]
    public void The_head_of_a_run_says_what_was_replaced()
    {
        var framework = File.ReadAllText(Repository.PathOf("policies", "frameworks", "cis_v130.yaml"));
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString())
            .Policy("p.yaml", Good.Replace("name: good", "name: console-user-mfa"))
            .Policy("f.yaml", framework + "# ours\n");
        scenario.Request = scenario.Request with { Frameworks = ["cis_v130"] };
        var header = scenario.Run().Header;
        Assert.True(Assert.Single(header.Frameworks).ReplacesBundled);
        Assert.EndsWith("f.yaml", header.Frameworks[0].Origin);
        Assert.Equal(["console-user-mfa"], header.Policies.Where(p => p.ReplacesBundled).Select(p => p.Name));
    }

    [Fact]
    public void Two_policies_of_one_name_are_a_mistake_and_tests_do_not_count()
    {
        using var scenario = new Scenario().Policy("a.yaml", Good).Policy("b.yml", Good).Policy("a.tests.yaml", Good);
        Assert.Equal(["PE3028 3:19"], Scenario.Places(scenario.Library().Diagnostics));
    }

    [Theory]
    [InlineData("id: \"1.10\"", "id: 1.10", "PE3040 9:11")]
    [InlineData("version: \"1.0\"", "version: 1.0", "PE3040 6:12")]
    [InlineData("name: good }", "name: god }", "PE3042 13:27")]
    [InlineData("params: { n: 2 }", "params: { m: 2 }", "PE3043 17:43")]
    [InlineData("params: { n: 2 }", "params: { n: 20 }", "PE3030 17:46")]
    [InlineData("id: \"1.2\"", "id: \"1.10\"", "PE3041 14:11")]
    [InlineData("levels: [1]", "levels: [one]", "PE3044 10:16")]
    [InlineData("assessment: manual", "assessment: by hand", "PE3026 16:19")]
    [InlineData("params: { n: 2 }", "params: { n: many }", "PE3030 17:46", "many")]
    [InlineData("params: { n: 2 }", "params: { n: [2] }", "PE3025 17:46", "a list")]
    [InlineData("params: { n: 2 }", "params: [2]", "PE3025 17:41", "a list")]
    [InlineData("assessment: automated, needs: a person", "assessment: automated", "PE3045 18:9", "policies")]
    [InlineData("- { id", "- x\n    - { id", "PE3025 18:7", "text")]
    [InlineData("{ name: good } ]", "{ name: good }, { name: good, params: {} } ]", "PE3046 13:43", "good")]
    [InlineData("params: { n: 2 } }", "params: { n: 2 } }, { params: { n: 2 }, name: good }", "PE3046 17:79", "1.2")]
    public void A_mistake_in_a_framework_is_a_diagnostic_at_its_place(
        string from, string to, string expected, string argument = "")
    {
        const string Framework = """
            apiVersion: policyeval/v1
            kind: Framework
            metadata: { name: mine }
            spec:
              title: T
              version: "1.0"
              source: https://example.com
              controls:
                - id: "1.10"
                  levels: [1]
                  title: A
                  assessment: automated
                  policies: [ { name: good } ]
                - id: "1.2"
                  title: B
                  assessment: manual
                  policies: [ { name: good, params: { n: 2 } } ]
                - { id: "1.3", title: C, assessment: automated, needs: a person }
            """;
        using var scenario = new Scenario().Policy("a.yaml", Good).Policy("f.yaml", Framework.Replace(from, to));
        var diagnostics = scenario.Library().Diagnostics;
        Assert.Equal([expected], Scenario.Places(diagnostics));
        if (argument.Length > 0)
            Assert.Contains(argument, diagnostics[0].Arguments);
    }

    [Theory]
    [InlineData("- a: b", "a list")]
    [InlineData("only words", "text")]
    public void A_document_that_is_no_mapping_is_a_diagnostic(string document, string shape)
    {
        using var scenario = new Scenario().Policy("p.yaml", Good + "---\n" + document + "\n");
        var diagnostic = Assert.Single(scenario.Library().Diagnostics);
        Assert.Equal(("PE3020", 16, 1), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Equal([shape], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void A_replacement_without_a_parameter_of_the_bundled_one_is_the_mistake()
    {
        using var scenario = new Scenario().Policy("mine.yaml", Good.Replace("name: good", "name: root-use"));
        var diagnostic = Assert.Single(scenario.Library().Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PE3047", 3, 19), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.EndsWith("mine.yaml", diagnostic.Location.File, StringComparison.Ordinal);
        Assert.Equal(["root-use", "windowDays", "cis_v120"], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_said_so()
    {
        using var folder = new TemporaryFolder();
        folder.Write("p.yaml", Good);
        var path = folder.PathOf("p.yaml");
        var diagnostic = Assert.Single(PolicyLibrary.Load(path).Diagnostics);
        Assert.Equal($"There is no folder \"{path}\": it is a file.", diagnostic.Message);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_diagnostic() =>
        Assert.Equal("PE3010", Assert.Single(PolicyLibrary.Load("/nowhere/at/all").Diagnostics).Id);

    [Theory]
    [InlineData(10_000)]
    [InlineData(100)]
    public void Deep_nesting_is_a_diagnostic(int depth)
    {
        using var scenario = new Scenario().Policy("p.yaml", "a: " + new string('[', depth));
        Assert.Equal("PE3005", Assert.Single(scenario.Library().Diagnostics).Id);
    }

    [Fact]
    public void A_file_that_is_too_large_is_a_diagnostic()
    {
        using var scenario = new Scenario().Policy("p.yaml", new string('#', 5 * 1024 * 1024));
        var diagnostic = Assert.Single(scenario.Library().Diagnostics);
        Assert.Equal(("PE3002", "This file has more than 1048576 bytes."), (diagnostic.Id, diagnostic.Message));
    }
}
