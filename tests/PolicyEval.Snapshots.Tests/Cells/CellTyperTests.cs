using System.Text;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Tests.Cells;

public sealed class CellTyperTests
{
    [Theory]
    [InlineData("true", ColumnKind.Bool, CellKind.True)]
    [InlineData("TRUE", ColumnKind.Bool, CellKind.True)]
    [InlineData("False", ColumnKind.Bool, CellKind.False)]
    [InlineData("\"false\"", ColumnKind.Bool, CellKind.False)]
    [InlineData(" true", ColumnKind.Bool, CellKind.Unrecognised)]
    [InlineData("1", ColumnKind.Bool, CellKind.Unrecognised)]
    [InlineData("yes", ColumnKind.Bool, CellKind.Unrecognised)]
    [InlineData("", ColumnKind.Bool, CellKind.Empty)]
    [InlineData("\"\"", ColumnKind.Bool, CellKind.Empty)]
    [InlineData("not_supported", ColumnKind.Bool, CellKind.NotSupported)]
    [InlineData("N/A", ColumnKind.Bool, CellKind.NotApplicable)]
    [InlineData("no_information", ColumnKind.Bool, CellKind.NoInformation)]
    [InlineData("2022-04-17T14:59:38Z", ColumnKind.Timestamp, CellKind.Timestamp)]
    [InlineData("\"2022-04-17T14:59:38Z\"", ColumnKind.Timestamp, CellKind.Timestamp)]
    [InlineData("N/A", ColumnKind.Timestamp, CellKind.NotApplicable)]
    [InlineData("no_information", ColumnKind.Timestamp, CellKind.NoInformation)]
    [InlineData("\"no_information\"", ColumnKind.Timestamp, CellKind.NoInformation)]
    [InlineData("not_supported", ColumnKind.Timestamp, CellKind.NotSupported)]
    [InlineData("n/a", ColumnKind.Timestamp, CellKind.Unrecognised)]
    [InlineData("true", ColumnKind.Timestamp, CellKind.Unrecognised)]
    [InlineData("", ColumnKind.Timestamp, CellKind.Empty)]
    [InlineData("us-east-1", ColumnKind.Text, CellKind.Text)]
    [InlineData("true", ColumnKind.Text, CellKind.Text)]
    [InlineData("N/A", ColumnKind.Text, CellKind.NotApplicable)]
    [InlineData("no_information", ColumnKind.Name, CellKind.Text)]
    [InlineData("not_supported", ColumnKind.Name, CellKind.Text)]
    [InlineData("", ColumnKind.Name, CellKind.Empty)]
    public void A_cell_means_what_its_column_allows(string raw, ColumnKind column, CellKind expected) =>
        Assert.Equal(expected, CellTyper.TypeOf(Encoding.UTF8.GetBytes(raw), column).Kind);
}
