using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.Tests.Evidence;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("credential_report.json", "credential-report.json")]
    [InlineData("credential-report.CSV", "credential-report.csv")]
    [InlineData("Credential Report.csv", "credential-report.csv")]
    [InlineData("credential-report.json.txt", "credential-report.json")]
    [InlineData("credential-report.csv.csv", "credential-report.csv")]
    [InlineData("credential-report", "credential-report.json")]
    [InlineData("account_summary.json", "account-summary.json")]
    [InlineData("acount-summary.json", "account-summary.json")]
    [InlineData("account-summary", "account-summary.json")]
    [InlineData("server-certificate.json", "server-certificates.json")]
    [InlineData("summary.json", null)]
    [InlineData("README.md", null)]
    [InlineData("credential-report.csv.bak", null)]
    [InlineData("", null)]
    public void A_misspelt_name_has_a_nearest_one(string name, string? expected) =>
        Assert.Equal(expected, FileNames.Nearest(name, [.. EvidenceFiles.All.Select(file => file.Name)]));

    [Fact]
    public void Only_the_candidates_count() =>
        Assert.Null(FileNames.Nearest("account_summary.json", [EvidenceFiles.CredentialReport]));
}
