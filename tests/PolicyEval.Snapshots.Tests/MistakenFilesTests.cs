namespace PolicyEval.Snapshots.Tests;

/// <summary>Good files in the wrong place: under another name, cut, or beside others that they do not fit.</summary>
public sealed class MistakenFilesTests : IDisposable
{
    private static readonly string Csv = Sample.Lines(Sample.ShortHeader, Sample.ShortRoot);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x", "from here on")]
    [InlineData("\n", "only the line end at the end differs")]
    [InlineData("\r\n", "only the line end at the end differs")]
    [InlineData("\nx", "from here on")]
    public void A_difference_in_the_last_line_end_is_told_from_others(string more, string what)
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("credential-report.json", Sample.Json(Csv + more, ", \"GeneratedTime\": 0"));

        Assert.Equal(what, Assert.Single(Snapshot.Open(_folder.Path).Diagnostics).Arguments[1]);
    }

    [Theory]
    [InlineData("2", "PE6028 1:26 Users", "0")]
    [InlineData("2", "PE6028 1:26 Users", "1")]
    [InlineData("0", "PE6028 1:26 Users", "1")]
    public void A_summary_that_counts_other_users_than_the_report_is_a_warning(
        string counted, string expected, string rows)
    {
        _folder.Write("credential-report.csv", Csv + (rows == "1" ? Sample.User("ann") + "\n" : ""));
        _folder.Write("account-summary.json", $$$"""{"SummaryMap": {"Users": {{{counted}}}}}""");
        var result = Snapshot.Open(_folder.Path);

        Assert.NotNull(result.Snapshot);
        Assert.Equal([expected], result.Places());
        Assert.Equal("account-summary.json", result.Diagnostics[0].File);
        Assert.Equal($"{counted} credential-report.csv:1:1 {rows}", string.Join(' ', result.Diagnostics[0].Arguments));
    }

    [Fact]
    public void A_summary_that_counts_the_same_users_is_no_warning()
    {
        _folder.Write("credential-report.csv", Csv + Sample.User("ann") + "\n");
        _folder.Write("account-summary.json", """{"SummaryMap": {"Users": 1}}""");

        Assert.Empty(Snapshot.Open(_folder.Path).Diagnostics);
    }

    [Fact]
    public void A_misspelt_name_of_an_absent_file_is_a_warning()
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("account_summary.json", """{"SummaryMap": {}}""");
        _folder.Write("credential_report.csv", Csv);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "virtual_mfa_devices"));
        var result = Snapshot.Open(_folder.Path);

        Assert.NotNull(result.Snapshot);
        Assert.Equal(
            [
                "PE6008 account_summary.json account-summary.json", "PE6006 credential_report.csv ",
                "PE6006 virtual_mfa_devices ",
            ],
            result.Diagnostics.Select(d => $"{d.Id} {d.File} {string.Concat(d.Arguments)}"));
    }

    [Theory]
    [InlineData("""{"SummaryMap": {}}""", "PE6037 1:1", "account-summary.json")]
    [InlineData("""{"PasswordPolicy": {}}""", "PE6037 1:1", "account-password-policy.json")]
    [InlineData("""{"VirtualMFADevices": []}""", "PE6037 1:1", "virtual-mfa-devices.json")]
    [InlineData("""{"UserDetailList": []}""", "PE6037 1:1", "account-authorization-details.json")]
    [InlineData("""{"ServerCertificateMetadataList": []}""", "PE6037 1:1", "server-certificates.json")]
    [InlineData("""{"State": "INPROGRESS", "Description": "x"}""", "PE6038 1:11 State", "INPROGRESS")]
    public void A_bare_answer_of_another_call_is_told_by_its_shape(string json, string expected, string argument)
    {
        var result = Snapshot.Open(_folder.Write("given.json", json));

        Assert.Null(result.Snapshot);
        Assert.Equal([expected], result.Places());
        Assert.Equal("given.json", result.Diagnostics[0].File);
        Assert.Equal(argument, Assert.Single(result.Diagnostics[0].Arguments));
    }

    [Theory]
    [InlineData("account-summary.json", "PE6037 1:1 | PE6026 1:20 Code")]
    [InlineData("credential-report.json", "PE6026 1:20 Code")]
    [InlineData("credential-report.csv", "PE6026 1:20 Code")]
    [InlineData("report.json", "PE6026 1:20 Code")]
    public void A_bare_error_answer_is_of_the_call_that_its_name_says(string name, string expected)
    {
        var result = Snapshot.Open(_folder.Write(name, """{"Error": {"Code": "AccessDenied", "Message": "m"}}"""));

        Assert.Equal(expected, string.Join(" | ", result.Places()));
        Assert.Equal(name == "account-summary.json", result.Snapshot is null);
    }
}
