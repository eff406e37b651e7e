using PolicyEval.Evaluation.Resources;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>
/// The tables of fields in <c>policies/README.md</c> are made from the schema; <c>POLICYEVAL_UPDATE=1</c> writes them
/// anew.
/// </summary>
public sealed class FieldTableTests
{
    private const string Start = "<!-- fields of resources -->\n\n";
    private const string End = "\n<!-- end of fields -->";

    [Fact]
    public void The_readme_has_every_field()
    {
        var path = Repository.PathOf("policies", "README.md");
        var text = File.ReadAllText(path);
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(from >= Start.Length && to > from, $"no {Start}");
        var expected = FieldTable.OfAll();
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") == "1")
            File.WriteAllText(path, text[..from] + expected + text[to..]);
        else
            Assert.Equal(expected, text[from..to]);
    }

    [Fact]
    public void Every_field_has_a_slot_of_its_own_and_says_what_it_means() =>
        Assert.All(ResourceSchema.Records, record =>
        {
            Assert.Equal(record.Fields.Length, record.Fields.Select(field => field.Slot).Distinct().Count());
            Assert.All(record.Fields, field => Assert.Matches("^[A-Za-z1].* Source: .*[.]$", field.Documentation));
        });

    [Fact]
    public void The_columns_of_the_report_end_before_what_the_answers_say() =>
        Assert.True(PolicyEval.Snapshots.Reports.CredentialReportColumns.All.Length <= ResourceSchema.RowEvidence);
}
