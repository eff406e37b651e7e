using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Library;

/// <summary>A run reads what it needs of the bundled documents, and nothing comes out otherwise for that.</summary>
public sealed class LibraryScopeTests
{
    private static readonly EvaluationRequest Request = new() { ToolVersion = "0.0.0" };

    private static readonly PolicyLibrary Whole = PolicyLibrary.Load();

    public static TheoryData<string> Names => [.. Whole.Frameworks.Select(framework => framework.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_framework_comes_with_its_policies_and_no_others(string name)
    {
        var library = PolicyLibrary.LoadFor(Request with { Frameworks = [name] });

        var framework = Assert.Single(library.Frameworks);
        Assert.Equal(name, framework.Name);
        Assert.Equal(Whole.FindFramework(name)!.Controls.Length, framework.Controls.Length);
        Assert.Equal(
            framework.Controls.SelectMany(c => c.Policies).Select(use => use.Name).Distinct().Order(StringComparer.Ordinal),
            library.Policies.Select(policy => policy.Name));
        Assert.Empty(library.Diagnostics);
    }

    [Fact]
    public void What_is_asked_for_by_name_is_read_too()
    {
        var library = PolicyLibrary.LoadFor(
            Request with { Policies = ["root-use"], Sets = ["access-key-rotation.maxAgeDays=30", "nonsense", "x.y=z"] });

        Assert.Empty(library.Frameworks);
        Assert.Equal(["access-key-rotation", "root-use"], library.Policies.Select(policy => policy.Name));
    }

    [Fact]
    public void A_mistyped_name_is_compared_with_those_that_were_not_read()
    {
        using var scenario = new Scenario().Snapshot(new CredentialReportText().Root().ToString());
        scenario.Request = scenario.Request with { Frameworks = ["cis_v70"], Policies = ["root-uses"] };

        var suggestions = scenario.Prepare().Diagnostics.Select(d => (d.Id, d.Suggestion));

        Assert.Equal([("PE4001", "cis_v700"), ("PE4002", "root-use")], suggestions);
    }

    [Fact]
    public void A_framework_of_the_folder_gets_the_bundled_policies_that_it_names()
    {
        using var scenario = new Scenario().Policy("f.yaml", """
            apiVersion: policyeval/v1
            kind: Framework
            metadata: { name: mine }
            spec:
              title: T
              version: "1"
              controls:
                - { id: "A", title: A, assessment: automated, policies: [{ name: root-use, params: { windowDays: 9 } }] }
                - { id: "B", title: B, assessment: automated, policies: [{ name: root-uses }] }
            """);

        var library = PolicyLibrary.LoadFor(Request with { Frameworks = ["mine"] }, scenario.PolicyFolder);

        Assert.Equal("root-use", Assert.Single(library.Policies).Name);
        var diagnostic = Assert.Single(library.Diagnostics);
        Assert.Equal(("PE3042", 9, "root-use"), (diagnostic.Id, diagnostic.Location.Line, diagnostic.Suggestion));
    }

    /// <summary>Sixteen frameworks set the parameter that a policy of the folder does not take.</summary>
    [Fact]
    public void What_bundled_frameworks_cannot_set_is_said_once()
    {
        using var scenario = new Scenario().Policy("p.yaml", """
            apiVersion: policyeval/v1
            kind: Policy
            metadata: { name: root-access-key-absent }
            spec:
              title: T
              severity: low
              resource: aws.iam.root
              validations:
                - { expression: "!root.access_key_1_active", reason: Key, message: There is a key. }
            """);

        var whole = scenario.Library().Diagnostics.Where(d => d.Id == "PE3047");
        var ofRun = PolicyLibrary.LoadFor(Request with { Frameworks = ["cis_v600"] }, scenario.PolicyFolder).Diagnostics;

        Assert.EndsWith("p.yaml", Assert.Single(whole).Location.File, StringComparison.Ordinal);
        Assert.Equal("cis_v600", Assert.Single(ofRun, d => d.Id == "PE3047").Arguments[^1]);
    }

    [Theory]
    [InlineData("cis_v130", true)]
    [InlineData("cis_v140", false)]
    public void A_document_of_the_folder_replaces_a_bundled_one_that_was_not_read(string asked, bool isReplaced)
    {
        var text = File.ReadAllText(Repository.PathOf("policies", "frameworks", "cis_v130.yaml"));
        using var scenario = new Scenario().Policy("f.yaml", text + "# ours\n");

        var library = PolicyLibrary.LoadFor(Request with { Frameworks = [asked] }, scenario.PolicyFolder);

        Assert.Equal("PE3060", Assert.Single(library.Diagnostics).Id);
        Assert.True(library.FindFramework("cis_v130")!.ReplacesBundled);
        Assert.Equal(isReplaced ? 1 : 2, library.Frameworks.Length);
    }
}
