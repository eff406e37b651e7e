using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Snapshots.Tests.Reports;

public sealed class CredentialReportColumnsTests
{
    [Fact]
    public void The_table_has_the_columns_in_the_order_of_AWS()
    {
        Assert.Equal(23, CredentialReportColumns.All.Length);
        Assert.Equal(Enumerable.Range(0, 23), CredentialReportColumns.All.Select(column => column.Ordinal));
        Assert.Equal("cert_2_last_rotated", CredentialReportColumns.All[21].Name);
        Assert.Equal(22, CredentialReportColumns.AdditionalCredentialsInfo);
        Assert.Equal("user", CredentialReportColumns.All[CredentialReportColumns.User].Name);
        Assert.Equal("arn", CredentialReportColumns.All[CredentialReportColumns.Arn].Name);
    }
}
