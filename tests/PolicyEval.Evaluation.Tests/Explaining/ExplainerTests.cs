using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Language.Values;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Explaining;

public sealed class ExplainerTests
{
    private static readonly string Users = new CredentialReportText()
        .Root()
        .User("ann", ("mfa_active", "true"))
        .User("bob", ("mfa_active", "not_supported"))
        .User("cid", ("mfa_active", "false"))
        .User("root", ("mfa_active", "false"))
        .ToString();

    [Fact]
    public void What_did_not_pass_comes_first_and_the_rest_is_counted()
    {
        var explained = Explain("user.mfa_active", Users, limit: 3);

        Assert.Equal(["cid", "root", "bob"], explained.Resources.Select(r => r.Finding.Resource.Id));
        Assert.Equal((1, 2, 1, 4), (
            explained.Counts.Pass, explained.Counts.Fail, explained.Counts.Incomplete, explained.Counts.Total));
    }

    [Theory]
    [InlineData("ann", "ann")]
    [InlineData("arn:aws:iam::111122223333:user/bob", "bob")]
    [InlineData("root", "root")]
    public void A_user_is_named_by_name_or_arn_and_may_be_called_root(string name, string id)
    {
        var resource = Assert.Single(Explain("user.mfa_active", Users, name).Resources);

        Assert.Equal(("aws.iam.user", id), (resource.Finding.Resource.Type, resource.Finding.Resource.Id));
    }

    [Fact]
    public void The_verdict_is_that_of_an_evaluation()
    {
        using var scenario = New("user.mfa_active || 1 / (user.password_enabled ? 1 : 0) > 0", Users);
        var plan = scenario.Prepare().Plan!;
        var results = new RunResults();
        Evaluator.Run(plan, results, degreeOfParallelism: 1);

        var explained = Explainer.Explain(plan, new ExplainRequest(null, Limit: 10)).Policies.Single();

        Assert.Equal(
            results.Findings.Select(f => $"{f.Resource.Id} {f.Outcome} {f.Message}").Order(),
            explained.Resources.Select(r => $"{r.Finding.Resource.Id} {r.Finding.Outcome} {r.Finding.Message}").Order());
    }

    [Fact]
    public void A_node_has_its_text_value_and_cell()
    {
        var root = Root("!user.mfa_active", Users, "cid");

        Assert.Equal(("!user.mfa_active", CelKind.Bool, true), (root.Text, root.Value!.Value.Kind, root.Value.Value.AsBool));
        var field = Assert.Single(root.Children);
        Assert.True(field.IsCell);
        var cell = Assert.Single(field.Evidence);
        Assert.Equal(("mfa_active", "false", 5), (cell.Field, cell.Value, cell.Line));
        Assert.Equal(cell, Assert.Single(root.Evidence));
    }

    [Fact]
    public void Evidence_that_is_missing_is_named_at_every_node_that_needed_it()
    {
        var root = Root("user.mfa_active == true", Users, "bob");

        Assert.Equal(CelKind.Unknown, root.Value!.Value.Kind);
        Assert.Equal(["mfa_active", "mfa_active"],
            new[] { root, root.Children[0] }.Select(n => Assert.Single(n.Missing).Field));
        Assert.Equal("is not_supported", root.Missing[0].Why);
    }

    [Theory]
    [InlineData("known(user.mfa_active)", "bob", false)]
    [InlineData("known(user.mfa_active)", "cid", true)]
    [InlineData("token(user.mfa_active) == 'false'", "cid", true)]
    public void A_question_about_a_cell_shows_the_cell(string expression, string user, bool isThere)
    {
        var node = Root(expression, Users, user).DescendantsAndSelf().First(n => n.Node.Slot >= 0);

        Assert.True(node.IsCell);
        Assert.Equal(isThere, node.Evidence.Length == 1);
        Assert.Equal(isThere, node.Missing.IsEmpty);
    }

    [Theory]
    [InlineData("user.mfa_active || user.cert_1_active", SkipReason.Decided)]
    [InlineData("!(user.password_enabled && user.cert_1_active)", SkipReason.Decided)]
    [InlineData("user.mfa_active ? true : user.cert_1_active", SkipReason.OtherBranch)]
    [InlineData("[].all(x, user.cert_1_active)", SkipReason.NoTurn)]
    [InlineData("optional.of(true).orValue(user.cert_1_active)", SkipReason.Decided)]
    [InlineData("optional.none().optMap(x, user.cert_1_active).orValue(true)", SkipReason.NoTurn)]
    [InlineData("cel.bind(x, user.cert_1_active, true)", SkipReason.NotReached)]
    public void What_was_skipped_says_why(string expression, SkipReason reason)
    {
        var skipped = Root(expression, Users, "ann").DescendantsAndSelf().First(n => n.Value is null);

        Assert.Equal(("user.cert_1_active", reason), (skipped.Text, skipped.Skipped));
        Assert.Equal(SkipReason.NotReached, Assert.Single(skipped.Children).Skipped);
    }

    [Theory]
    [InlineData("[3, 2, 1, 2].all(x, x != 2)", 2, 2, "2", true)]
    [InlineData("[3, 2, 1].exists(x, x < 3)", 2, 2, "2", true)]
    [InlineData("[3, 2, 1].all(x, x > 0)", 1, 3, "3", false)]
    [InlineData("[3, 2, 1].exists_one(x, x == 1)", 3, 3, "1", true)]
    [InlineData("[1, 0, 2].map(x, 1 / x).size() > 0", 2, 3, "0", false)]
    [InlineData("{'a': 1}.all(k, k == 'b')", 1, 1, "\"a\"", true)]
    public void A_loop_shows_the_turn_that_matters(string expression, int number, int count, string element, bool decides)
    {
        var loop = Root(expression, Users, "ann").DescendantsAndSelf().First(n => n.Turn is not null);

        Assert.Equal(
            (number, count, element, decides),
            (loop.Turn!.Number, loop.Turn.Count, loop.Turn.Element.ToString(), loop.Turn.Decides));
        var local = loop.DescendantsAndSelf().First(n => n.Node.Kind == Language.Trees.CelNodeKind.Local);
        Assert.Equal(element, local.Value.ToString());
    }

    [Fact]
    public void The_inner_loop_is_that_of_the_turn_of_the_outer_one()
    {
        var root = Root("[[1, 2], [3, 4]].all(xs, xs.all(x, x != 3))", Users, "ann");

        var inner = root.Children[1];
        Assert.Equal((2, 2, true), (root.Turn!.Number, root.Turn.Count, root.Turn.Decides));
        Assert.Equal((1, 1, "3"), (inner.Turn!.Number, inner.Turn.Count, inner.Turn.Element.ToString()));
    }

    [Fact]
    public void Users_that_nobody_lists_are_explained_by_what_is_missing()
    {
        using var scenario = New("user.mfa_active", csv: null, summary: "\"Users\": 1");
        var explained = Explainer.Explain(scenario.Prepare().Plan!, new ExplainRequest(null)).Policies.Single();

        var resource = Assert.Single(explained.Resources);
        Assert.Equal((ResourceReference.Unlisted, Outcome.NotAssessed), (
            resource.Finding.Resource.Id, resource.Finding.Outcome));
        Assert.Empty(resource.Rules);
    }

    [Fact]
    public void An_unknown_resource_is_a_diagnostic_with_a_suggestion()
    {
        using var scenario = New("user.mfa_active", Users);

        var explanation = Explainer.Explain(scenario.Prepare().Plan!, new ExplainRequest("dob"));

        Assert.Empty(explanation.Policies);
        var diagnostic = explanation.Diagnostics.Last();
        Assert.Equal(("PE4031", "bob"), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Equal(["dob", "aws.iam.user", "; it has ann, bob, cid, root"], diagnostic.Arguments.ToArray());
    }

    [Fact]
    public void Inputs_say_who_set_them()
    {
        using var scenario = new Scenario().Snapshot(Users, generated: "2026-03-01T00:00:00+00:00");
        scenario.Request = scenario.Request with
        {
            Frameworks = ["cis_v130"],
            Policies = ["access-key-rotation", "root-access-key-absent"],
            Sets = ["access-key-rotation.maxAgeDays=30"],
        };
        var plan = scenario.Prepare().Plan!;

        var inputs = Explainer.Explain(plan, new ExplainRequest(null)).Policies.SelectMany(p => p.Inputs).ToList();

        Assert.Contains(
            new ExplainedInput("params.maxAgeDays", "30", InputOrigin.Option) { Source = "--set" }, inputs);
        Assert.Contains(new ExplainedInput("params.inactiveKey", "fail", InputOrigin.Policy), inputs);
        Assert.Contains(new ExplainedInput("asOf", "2026-03-01T00:00:00Z", InputOrigin.Evidence), inputs);
    }

    private static Scenario New(string expression, string? csv, string? summary = null)
    {
        var scenario = new Scenario().Snapshot(csv, summary)
            .Policy("p.yaml", PolicyText.Of("p", "aws.iam.user", expression));
        scenario.Request = scenario.Request with { Policies = ["p"] };
        return scenario;
    }

    private static ExplainedPolicy Explain(string expression, string csv, string? resource = null, int limit = 5)
    {
        using var scenario = New(expression, csv);
        var preparation = scenario.Prepare();
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        return Explainer.Explain(preparation.Plan, new ExplainRequest(resource, limit)).Policies.Single();
    }

    private static ExplainedNode Root(string expression, string csv, string resource) =>
        Explain(expression, csv, resource).Resources.Single().Rules.Single().Root;
}
