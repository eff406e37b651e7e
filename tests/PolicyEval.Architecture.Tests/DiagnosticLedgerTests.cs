using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>
/// One ledger of diagnostics: ids are unique, stand in the range of their stage, say what happened and the way out,
/// are reported somewhere and asserted by a test; the reference page is made from them.
/// </summary>
public sealed partial class DiagnosticLedgerTests
{
    private const string Page = "src/DIAGNOSTICS.md";

    /// <summary>Set to 1, this variable makes the test write the reference page instead of comparing it.</summary>
    private const string UpdateVariable = "POLICYEVAL_UPDATE";

    private static readonly (char Stage, string Title)[] Stages =
    [
        ('1', "PE1xxx: reading CEL"),
        ('2', "PE2xxx: names and types in CEL"),
        ('3', "PE3xxx: policy and framework files"),
        ('4', "PE4xxx: options, waivers and settings"),
        ('5', "PE5xxx: while policies run"),
        ('6', "PE6xxx: evidence"),
        ('9', "PE9xxx: faults of the tool itself"),
    ];

    [Fact]
    public void The_ledger_is_found()
    {
        Assert.True(DiagnosticLedger.Entries.Count > 60, $"only {DiagnosticLedger.Entries.Count} diagnostics found");
        Assert.All(Stages, stage => Assert.Contains(DiagnosticLedger.Entries, entry => entry.Id[2] == stage.Stage));
    }

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.All(DiagnosticLedger.Entries, entry => Assert.Matches("^PE[1-69][0-9]{3}$", entry.Id));
        var twice = DiagnosticLedger.Entries.GroupBy(entry => entry.Id).Where(group => group.Count() > 1);
        AssertNone(string.Join('\n', twice.SelectMany(group => group)));
    }

    [Fact]
    public void Every_diagnostic_has_a_title_a_message_and_a_way_out() =>
        Assert.All(DiagnosticLedger.Entries, entry =>
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Title), entry.Id);
            Assert.False(string.IsNullOrWhiteSpace(entry.Message), entry.Id);
            Assert.False(string.IsNullOrWhiteSpace(entry.Help), entry.Id);
        });

    [Fact]
    public void Help_is_shown_as_it_stands() =>
        Assert.All(DiagnosticLedger.Entries, entry => Assert.DoesNotMatch(@"\{[0-9]", entry.Help));

    [Fact]
    public void Every_diagnostic_is_reported_somewhere()
    {
        var words = SourceFiles.Under("src")
            .Where(file => !file.EndsWith("Descriptors.cs", StringComparison.Ordinal))
            .SelectMany(file => Word().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        var unreported = DiagnosticLedger.Entries
            .Where(entry => !words.Contains(entry.Member))
            .Select(entry => $"{entry.Id} {entry.Ledger}.{entry.Member}");
        AssertNone(string.Join('\n', unreported));
    }

    [Fact]
    public void Every_diagnostic_is_asserted_by_a_test()
    {
        var named = SourceFiles.Under("tests")
            .SelectMany(file => DiagnosticId().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        var untested = DiagnosticLedger.Entries.Select(entry => entry.Id).Except(named);
        AssertNone(string.Join('\n', untested));
    }

    [Fact]
    public void The_reference_page_is_current()
    {
        var path = Repository.PathOf(Page);
        var expected = Render();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Render()
    {
        var page = new StringBuilder();
        page.Append("# Diagnostics\n\n");
        page.Append("Made from the code by `DiagnosticLedgerTests`; `POLICYEVAL_UPDATE=1 dotnet test\n");
        page.Append("tests/PolicyEval.Architecture.Tests` writes it anew. An id keeps its meaning for ever.\n");
        foreach (var (stage, title) in Stages)
        {
            page.Append("\n## ").Append(title).Append('\n');
            foreach (var entry in DiagnosticLedger.Entries.Where(entry => entry.Id[2] == stage))
            {
                page.Append("\n### ").Append(entry.Id).Append(": ").Append(entry.Title).Append("\n\n");
                page.Append(Weight(entry.Severity)).Append(": `").Append(entry.Message).Append("`\n\n");
                page.Append(entry.Help).Append('\n');
            }
        }

        return page.ToString();
    }

    private static void AssertNone(string entries) => Assert.True(entries.Length == 0, entries);

    private static string Weight(string severity) => severity switch
    {
        "Error" => "Error",
        "Warning" => "Warning",
        _ => "Note",
    };

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("PE[1-69][0-9]{3}")]
    private static partial Regex DiagnosticId();
}
