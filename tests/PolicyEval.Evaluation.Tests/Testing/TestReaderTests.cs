using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Testing;

/// <summary>Mistakes in files of tests.</summary>
public sealed class TestReaderTests : IDisposable
{
    private const string Head = "apiVersion: policyeval/v1\nkind: PolicyTests\nmetadata:\n  name: ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("row: { mfa_activ: true }", "PE3023 9:14", "mfa_active")]
    [InlineData("without: [mfa_activ]", "PE3026 9:17", "mfa_active")]
    [InlineData("summary: { AccountMfaEnabled: 1 }", "PE3023 9:18", "AccountMFAEnabled")]
    [InlineData("files: { account-sumary.json: '{}' }", "PE3023 9:16", "account-summary.json")]
    [InlineData("params: { requireSumary: true }", "PE3043 9:17", "requireSummary")]
    [InlineData("partition: aws-ch", "PE3026 9:18", "aws-cn")]
    [InlineData("root: nome", "PE3026 9:13", "none")]
    [InlineData("gnerated: none", "PE3023 9:7", "generated")]
    public void A_mistyped_name_has_its_place_and_a_suggestion(string key, string place, string suggestion)
    {
        var diagnostic = Assert.Single(Load(Case(key)).Diagnostics);

        Assert.Equal(place, $"{diagnostic.Id} {diagnostic.Location.Line}:{diagnostic.Location.Column}");
        Assert.Equal(suggestion, diagnostic.Suggestion);
    }

    [Theory]
    [InlineData("generated: yesterday", "PE3082 9:18")]
    [InlineData("asOf: 2026-01-01T00:00:00", "PE3082 9:13")]
    [InlineData("summary: { Users: many }", "PE3084 9:25")]
    [InlineData("params: { inactiveKey: maybe }", "PE3030 9:30")]
    [InlineData("row: [a]", "PE3025 9:12")]
    [InlineData("row: {}\n      rows: []", "PE3033 10:13")]
    [InlineData("report: none\n      generated: none", "PE3033 10:18")]
    [InlineData("snapshot: x\n      summary: {}", "PE3033 10:16")]
    [InlineData("rows: []\n      files: { credential-report.csv: '' }", "PE3081 9:13")]
    [InlineData("summary: {}\n      files: { account-summary.json: '' }", "PE3081 9:16")]
    public void A_wrong_value_has_its_place(string key, string place) =>
        Assert.Equal([place], Places(Load(Case(key))));

    [Theory]
    [InlineData("expect: { outcome: fails }", "PE3026 8:26")]
    [InlineData("expect: { reason: ActiveKey }", "PE3024 8:17")]
    [InlineData("expect: [fail]", "PE3025 8:16")]
    [InlineData("expect: { outcome: pass, mesage: x }", "PE3023 8:32")]
    [InlineData("expect: { outcome: pass, violations: A }", "PE3025 8:44")]
    [InlineData("row: {}", "PE3024 7:7")]
    [InlineData(
        "expect: [{ outcome: pass, resource: a }, { outcome: fail, resource: a }]", "PE3028 8:48")]
    public void A_wrong_expectation_has_its_place(string key, string place) =>
        Assert.Equal([place], Places(Load($"""
            {Head}root-access-key-absent
            spec:
              cases:
                - name: a case
                  {key}
            """)));

    [Fact]
    public void A_policy_that_does_not_exist_is_named_with_a_suggestion_and_its_cases_are_read()
    {
        var library = Load($$"""
            {{Head}}root-access-key-absnt
            spec:
              cases:
                - name: a case
                  expect: { outcme: pass }
            """);

        Assert.Equal(["PE3042 4:9", "PE3024 8:17", "PE3023 8:17"], Places(library));
        Assert.Equal("root-access-key-absent", library.Diagnostics[0].Suggestion);
    }

    [Fact]
    public void Names_of_cases_are_unique() =>
        Assert.Equal(["PE3028 9:13"], Places(Load($$"""
            {{Head}}root-use
            spec:
              cases:
                - name: a case
                  expect: []
                - name: a case
                  expect: []
            """)));

    [Fact]
    public void A_policy_has_its_tests_in_one_place()
    {
        var tests = $$"""
            {{Head}}root-use
            spec:
              cases:
                - name: a case
                  expect: []
            """;
        File.WriteAllText(_folder.PathOf("a.tests.yaml"), tests);

        Assert.Equal(["PE3028 4:9"], Places(Load(tests)));
    }

    [Fact]
    public void A_document_of_another_kind_is_no_test() =>
        Assert.Equal(["PE3022 2:7"], Places(Load("apiVersion: policyeval/v1\nkind: Policy\nmetadata: { name: a }\nspec: {}")));

    [Fact]
    public void Tests_without_cases_test_nothing() =>
        Assert.Equal(["PE3029 6:10"], Places(Load($"{Head}root-use\nspec:\n  cases: []")));

    [Fact]
    public void Tests_inside_the_program_name_no_snapshot()
    {
        var source = new SourceFile("a.tests.yaml", PolicyFile.Bundled, Encoding.UTF8.GetBytes(Case("snapshot: x")));
        var diagnostics = new DiagnosticBag();
        var read = DocumentFile.Read(source, [TestForm.Document], diagnostics)!;

        TestReader.Read(read.File, read.Documents[0], PolicyLibrary.Load());

        Assert.Equal("PE3083", Assert.Single(diagnostics).Id);
    }

    private static string Case(string key) => $$"""
        {{Head}}root-access-key-absent
        spec:
          cases:
            - name: a case
              expect: { outcome: pass }
              {{key}}
        """;

    private PolicyTestLibrary Load(string tests)
    {
        File.WriteAllText(_folder.PathOf("b.tests.yaml"), tests);
        return PolicyTestLibrary.Load(_folder.Path);
    }

    private static IEnumerable<string> Places(PolicyTestLibrary library) =>
        library.Diagnostics.Select(d => $"{d.Id} {d.Location.Line}:{d.Location.Column}");
}
