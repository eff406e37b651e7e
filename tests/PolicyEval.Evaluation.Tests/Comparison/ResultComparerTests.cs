using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Tests.Comparison;

public sealed class ResultComparerTests
{
    private const string Own = ResultText.Account;
    private const string Other = ResultText.Other;

    /// <summary>Every pair of states of one resource with what became of it.</summary>
    [Theory]
    [InlineData("pass", "pass", "Unchanged", 0)]
    [InlineData("fail", "fail", "Unchanged", 0)]
    [InlineData("pass", "fail", "New", 1)]
    [InlineData("not_applicable", "fail", "New", 1)]
    [InlineData("incomplete", "fail", "New", 1)]
    [InlineData("not_assessed", "fail", "New", 1)]
    [InlineData("error", "fail", "New", 1)]
    [InlineData("pass", "fail ~w", "New", 0)]
    [InlineData("fail ~w", "fail", "Unwaived", 1)]
    [InlineData("fail", "fail ~w", "Waived", 0)]
    [InlineData("fail ~w", "fail ~w", "Unchanged", 0)]
    [InlineData("fail", "pass", "Fixed", 0)]
    [InlineData("fail ~w", "pass", "Fixed", 0)]
    [InlineData("fail", "not_applicable", "Fixed", 0)]
    [InlineData("fail", "incomplete", "Unseen", 2)]
    [InlineData("fail", "not_assessed", "Unseen", 2)]
    [InlineData("fail", "error", "Unseen", 2)]
    [InlineData("fail ~w", "incomplete", "Unseen", 2)]
    [InlineData("pass", "incomplete", "Outcome", 2)]
    [InlineData("pass", "error", "Outcome", 2)]
    [InlineData("pass", "not_assessed", "Outcome", 0)]
    [InlineData("incomplete", "error", "Outcome", 0)]
    [InlineData("incomplete", "pass", "Outcome", 0)]
    [InlineData("incomplete", "incomplete", "Unchanged", 0)]
    [InlineData("pass mfa=true", "pass mfa=TRUE", "Evidence", 0)]
    [InlineData("fail !A", "fail !B", "Evidence", 0)]
    [InlineData("fail !A !B", "fail !B !A", "Unchanged", 0)]
    [InlineData("incomplete ?mfa=denied", "incomplete ?mfa=absent", "Evidence", 0)]
    public void A_verdict_becomes_this(string old, string current, string kind, int gate)
    {
        var comparison = Compare([$"{Own} p u {old}"], [$"{Own} p u {current}"]);

        Assert.Equal(kind, $"{Assert.Single(comparison.Findings).Kind}");
        Assert.Equal(gate, comparison.GateExitCode);
    }

    [Fact]
    public void A_failing_resource_that_appears_is_a_new_failure_and_counts()
    {
        var comparison = Compare([$"{Own} p u pass"], [$"{Own} p u pass", $"{Own} p v fail"]);

        Assert.Equal(["New v Resource", "Unchanged u "], KindsOf(comparison));
        Assert.Equal("v", Assert.Single(comparison.Resources).Resource.Id);
        Assert.True(comparison.Resources[0].HasAppeared);
        Assert.Equal(1, comparison.GateExitCode);
    }

    [Fact]
    public void A_failing_resource_that_is_gone_is_fixed_and_named()
    {
        var comparison = Compare([$"{Own} p u pass", $"{Own} p v fail", $"{Own} q v pass"], [$"{Own} p u pass", $"{Own} q u pass"]);

        Assert.Equal(["Fixed v Resource", "Appeared u Policy", "Disappeared v Resource", "Unchanged u "], KindsOf(comparison));
        Assert.Equal(("v", false), (Assert.Single(comparison.Resources).Resource.Id, comparison.Resources[0].HasAppeared));
        Assert.Equal(0, comparison.GateExitCode);
    }

    [Fact]
    public void A_failure_is_not_fixed_where_nobody_could_list_the_resources()
    {
        var comparison = Compare([$"{Own} p u fail", $"{Own} p v pass"], [$"{Own} p * incomplete"]);

        Assert.Equal(["Unseen u Listing", "Appeared * Listing", "Disappeared v Listing"], KindsOf(comparison));
        Assert.Empty(comparison.Resources);
        Assert.Equal(2, comparison.GateExitCode);
    }

    [Fact]
    public void What_could_not_be_listed_before_is_new_now()
    {
        var comparison = Compare([$"{Own} p * not_assessed"], [$"{Own} p u fail"]);

        Assert.Equal(["New u Listing", "Disappeared * Listing"], KindsOf(comparison));
        Assert.Equal(1, comparison.GateExitCode);
    }

    [Fact]
    public void That_there_are_none_is_said_by_the_resources_that_appear_and_go()
    {
        var appeared = Compare([$"{Own} p * not_applicable"], [$"{Own} p u fail"]);
        Assert.Equal(["New u Resource"], KindsOf(appeared));
        Assert.Equal(1, appeared.GateExitCode);

        var gone = Compare([$"{Own} p u fail"], [$"{Own} p * not_applicable"]);
        Assert.Equal(["Fixed u Resource"], KindsOf(gone));
        Assert.Equal(("u", false), (Assert.Single(gone.Resources).Resource.Id, gone.Resources[0].HasAppeared));

        Assert.Equal(["Outcome * "], KindsOf(Compare([$"{Own} p * not_applicable"], [$"{Own} p * incomplete"])));
    }

    [Fact]
    public void A_policy_that_is_not_applied_any_more_fixes_nothing()
    {
        var comparison = Compare([$"{Own} p u fail", $"{Own} q u pass"], [$"{Own} q u pass"]);

        Assert.Equal(["Unseen u Policy", "Unchanged u "], KindsOf(comparison));
        Assert.Equal(["Policy p", "Severity p"], comparison.Inputs.Select(input => $"{input.Kind} {input.Name}"));
        Assert.Equal(2, comparison.GateExitCode);
    }

    [Fact]
    public void An_account_without_evidence_is_told_from_resources_that_are_gone()
    {
        var comparison = Compare([$"{Own} p u pass", $"{Other} p u fail"], [$"{Own} p u pass"]);

        Assert.Equal(["Unseen u Account", "Unchanged u "], KindsOf(comparison));
        Assert.Equal([new AccountChange(Other, HasAppeared: false)], comparison.Accounts.AsEnumerable());
        Assert.Empty(comparison.Resources);
        Assert.Equal(2, comparison.GateExitCode);
    }

    [Fact]
    public void Of_each_account_the_latest_evidence_counts()
    {
        var comparison = Compare(
            [$"{Own} p u fail #2", $"{Own} p u pass #1"], [$"{Own} p u pass #3", $"{Own} p u fail #1"]);

        Assert.Equal(["Fixed u "], KindsOf(comparison));
        Assert.Equal($"{Own}-1", Assert.Single(comparison.Old.SetAside).Name);
        Assert.Equal($"{Own}-1", Assert.Single(comparison.New.SetAside).Name);
    }

    [Fact]
    public void Of_two_as_of_one_instant_their_seals_tell_the_later_one()
    {
        EvaluationResult Sealed(string first, string second)
        {
            var result = ResultText.Of($"{Own} p u fail #1", $"{Own} p u pass #11");
            string[] times = [first, second];
            return result with
            {
                Header = result.Header with
                {
                    Snapshots = [.. result.Header.Snapshots.Select((snapshot, i) => snapshot with { Seal = new SealReference { IsCollected = true, IsComplete = true, At = times[i] } })],
                },
            };
        }

        var comparison = ResultComparer.Compare(
            Sealed("2026-03-01T09:00:00Z", "2026-03-01T08:00:00Z"), Sealed("2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z"));

        Assert.Equal(["Fixed u "], KindsOf(comparison));
    }

    [Fact]
    public void Evidence_that_was_given_twice_says_the_same()
    {
        var once = ResultText.Of($"{Own} p u fail @1.4", $"{Own} p v pass @1.4");
        var twice = once with
        {
            Header = once.Header with { Snapshots = [.. once.Header.Snapshots, .. once.Header.Snapshots] },
            Findings = [.. once.Findings, .. once.Findings],
        };

        Assert.Equal(["Unchanged u ", "Unchanged v "], KindsOf(ResultComparer.Compare(twice, once)));
        Assert.Equal(["Unchanged u ", "Unchanged v "], KindsOf(ResultComparer.Compare(once, twice)));
    }

    [Fact]
    public void Frameworks_with_parameters_of_their_own_keep_their_verdicts_apart()
    {
        string[] old = [$"{Own} p u pass @1.3 %days=90", $"{Own} p u fail @1.4 %days=45"];
        Assert.Equal(["New u ", "Fixed u "], KindsOf(Compare(
            old, [$"{Own} p u pass @1.4 %days=45", $"{Own} p u fail @1.3 %days=90"])));

        // Whoever changes the framework has the parameter still.
        Assert.Equal(["New u ", "Fixed u "], KindsOf(Compare(
            old, [$"{Own} p u pass @2.4 %days=45", $"{Own} p u fail @2.3 %days=90"])));
    }

    [Fact]
    public void A_framework_more_judges_anew()
    {
        var comparison = Compare([$"{Own} p u pass @1.3 %days=90"], [$"{Own} p u pass @1.3 %days=90", $"{Own} p u fail @1.4 %days=45"]);

        Assert.Equal(["New u Policy", "Unchanged u "], KindsOf(comparison));
    }

    [Fact]
    public void Evidence_is_compared_by_file_field_and_value()
    {
        var comparison = Compare(
            [$"{Own} p z pass", $"{Own} p u fail key=1 key=2 key=2 mfa=true"], [$"{Own} p u fail mfa=true key=2 key=3", $"{Own} p z pass"]);

        var change = Assert.Single(comparison.Findings, finding => finding.Kind == ChangeKind.Evidence);
        var field = Assert.Single(change.Evidence);
        Assert.Equal(("f.csv", "key", false, false), (field.File, field.Field, field.IsMissing, field.Differs));
        Assert.Equal("1,2 3", $"{string.Join(',', field.Old)} {string.Join(',', field.New)}");
    }

    /// <summary>A policy reads no further than it must: what one side does not cite may stand there all the same.</summary>
    [Theory]
    [InlineData("fail key=old", "fail key=new", "key differs: old new")]
    [InlineData("pass key=old", "fail key=new", "key differs: old new")]
    [InlineData("pass one=false two=false", "fail one=true", "one differs: false true; two: false ")]
    [InlineData("pass one=false", "fail two=true", "one: false ; two:  true")]
    [InlineData("pass key=1 key=2", "pass key=1", "key: 2 ")]
    [InlineData("pass key=1", "pass key=1 key=1", "key:  1")]
    [InlineData("incomplete ?key=denied", "incomplete ?key=absent", "key? differs: denied absent")]
    [InlineData("incomplete ?key=denied", "pass key=1", "key:  1; key?: denied ")]
    public void Only_a_cell_that_both_sides_cite_is_said_to_differ(string old, string current, string expected) =>
        Assert.Equal(expected, EvidenceOf(Compare([$"{Own} p u {old}"], [$"{Own} p u {current}"])));

    [Theory]
    [InlineData("/Keys/0/Status", "Status", "/Keys/1/Status", "Status", "a", "b", "Status: a b")]
    [InlineData("/Keys/0/Status", "Status", "/Keys/0/Status", "Status", "a", "b", "Status: a b")]
    [InlineData("/Users/3", "Users[3]", "/Users/4", "Users[4]", "{…", "{…", "")]
    [InlineData("/Users/3", "Users[3]", "/Users/4", "Users[4]", "1", "2", "Users[]: 1 2")]
    [InlineData("/Policy/Length", "Length", "/Policy/Length", "Length", "8", "14", "Length differs: 8 14")]
    public void An_element_of_a_list_may_be_another_one(
        string oldPlace, string oldField, string newPlace, string newField, string old, string current, string expected) =>
        Assert.Equal(expected, EvidenceOf(ResultComparer.Compare(Citing(oldPlace, oldField, old), Citing(newPlace, newField, current))));

    [Fact]
    public void A_credential_report_is_the_same_file_whatever_its_name()
    {
        var comparison = ResultComparer.Compare(Named(1, "yesterday.csv"), Named(1, "today.csv"));

        Assert.Equal(["Unchanged u "], KindsOf(comparison));

        // Other files are told apart by their names.
        var others = ResultComparer.Compare(Named(null, "yesterday.csv"), Named(null, "today.csv"));
        Assert.Equal("today.csv key:  1; yesterday.csv key: 1 ", EvidenceOf(others, withFile: true));
    }

    [Fact]
    public void Controls_roll_up()
    {
        var comparison = Compare(
            [$"{Own} p u pass @1.4", $"{Own} q u fail @1.5", $"{Own} q u fail @1.6 ~w", $"{Own} r u pass @1.7"],
            [$"{Own} p u fail @1.4", $"{Own} q u fail @1.5", $"{Own} q u fail @1.6", $"{Own} p u fail @1.8"]);

        Assert.Equal(
            ["1.4 Pass Fail", "1.6 Fail Fail", "1.8  Fail", "1.7 Pass "],
            comparison.Controls.Select(control => $"{control.Id} {control.Old?.Outcome} {control.New?.Outcome}"));
    }

    [Fact]
    public void What_shaped_the_results_is_told_apart_by_content()
    {
        var old = ResultText.Of($"{Own} p u pass %days=90");
        var header = old.Header;
        var current = old with
        {
            Header = header with
            {
                ToolVersion = "0.2.0",
                Options = header.Options with { AsOf = "2026-04-01T00:00:00Z", IgnoreWaivers = true },
                Frameworks = [header.Frameworks[0] with { Origin = "elsewhere.yaml" }],
                Settings = new InputFile("s.yaml", "5"),
                WaiverFiles = [new InputFile("w.yaml", "7")],
                Policies =
                [
                    header.Policies[0] with { Origin = "p.yaml", Severity = Severity.Low, Params = [new ParamReference("days", "int", "30", "90")] },
                ],
            },
        };

        Assert.Equal(
            [
                "Tool  0.1.0 0.2.0", "AsOf   2026-04-01T00:00:00Z", "Param p.days 90 30", "Severity p high low",
                "Settings   5", "Waivers   ignored: 7",
            ],
            ResultComparer.Compare(old, current).Inputs.Select(i => $"{i.Kind} {i.Name} {i.Old} {i.New}"));
    }

    [Fact]
    public void Nothing_is_compared_with_nothing()
    {
        var comparison = Compare([], []);

        Assert.Empty(comparison.Findings);
        Assert.Equal(0, comparison.GateExitCode);
    }

    private static ResultComparison Compare(string[] old, string[] current) =>
        ResultComparer.Compare(ResultText.Of(old), ResultText.Of(current));

    private static IEnumerable<string> KindsOf(ResultComparison comparison) =>
        comparison.Findings.Select(change => $"{change.Kind} {change.Subject.Resource.Id} {change.Absence}");

    private static string EvidenceOf(ResultComparison comparison, bool withFile = false) => string.Join(
        "; ", Assert.Single(comparison.Findings).Evidence.Select(e =>
            $"{(withFile ? e.File + " " : "")}{e.Field}{(e.IsMissing ? "?" : "")}{(e.Differs ? " differs" : "")}: "
            + $"{string.Join(',', e.Old)} {string.Join(',', e.New)}"));

    private static EvaluationResult Citing(string pointer, string field, string value)
    {
        var result = ResultText.Of($"{Own} p u pass key=1");
        return result with
        {
            Findings = [result.Findings[0] with { Evidence = [new EvidenceCell("a.json", "", 1, 1, field, value) { Pointer = pointer }] }],
        };
    }

    /// <summary>A result that cites a file of this name; a credential report has rows.</summary>
    private static EvaluationResult Named(long? rows, string cited)
    {
        var result = ResultText.Of($"{Own} p u pass key=1");
        return result with
        {
            Header = result.Header with
            {
                Snapshots = [result.Header.Snapshots[0] with { Sources = [new SourceReference(cited, cited, "", 1, rows, "given")] }],
            },
            Findings = [result.Findings[0] with { Evidence = [result.Findings[0].Evidence[0] with { File = cited }] }],
        };
    }
}
