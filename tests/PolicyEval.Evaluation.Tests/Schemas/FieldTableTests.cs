using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Tests.Support;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>The tables of fields in <c>policies/README.md</c> are made from the schema.</summary>
public sealed class FieldTableTests
{
    [Fact]
    public void The_readme_has_every_field() => ReadmePart.Check("fields of resources", "fields", FieldTable.OfAll());

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
