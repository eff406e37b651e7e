using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests;

public sealed class SnapshotFolderTests : IDisposable
{
    private const string Summary = """{"SummaryMap": {"AccountAccessKeysPresent": 0, "AccountMFAEnabled": 1}}""";

    private static readonly string Csv = Sample.Lines(Sample.ShortHeader, Sample.ShortRoot);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_in_memory_are_read_as_a_folder_of_them_is()
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("account-summary.json", Summary);

        var result = Snapshot.Read(InMemory(("credential-report.csv", Csv), ("account-summary.json", Summary)), "mine");

        Assert.Equal("mine", result.Snapshot!.Name);
        Assert.Equal(Snapshot.Open(_folder.Path).Snapshot!.Digest, result.Snapshot.Digest);
        Assert.Equal(1, result.Snapshot.Report!.RowCount);
    }

    [Fact]
    public void No_files_in_memory_are_no_evidence() =>
        Assert.Equal(
            Snapshot.Open(_folder.Path).Diagnostics.Select(d => d.Id),
            Snapshot.Read(InMemory(), "mine").Diagnostics.Select(d => d.Id));

    [Fact]
    public void A_file_in_memory_has_a_name_that_snapshots_know() =>
        Assert.Throws<ArgumentException>(() => Snapshot.Read(InMemory(("report.csv", Csv)), "mine"));

    [Fact]
    public void All_known_files_are_read_and_the_digest_is_theirs()
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("account-summary.json", Summary);
        _folder.Write("account-password-policy.json", """{"Error": {"Code": "NoSuchEntity", "Message": "none"}}""");
        _folder.Write("account-authorization-details.json", """{"UserDetailList": []}""");
        _folder.Write("virtual-mfa-devices.json", """{"VirtualMFADevices": []}""");
        _folder.Write("server-certificates.json", """{"Error": {"Code": "AccessDenied", "Message": "no"}}""");

        var result = Snapshot.Open(_folder.Path + "/");
        var snapshot = result.Snapshot!;

        Assert.Equal(["PE6026 1:20 Code"], result.Places());
        Assert.Equal(Path.GetFileName(_folder.Path), snapshot.Name);
        Assert.Equal(
            [
                "account-authorization-details.json Given ", "account-password-policy.json NoSuchEntity ",
                "account-summary.json Given ", "credential-report.csv Given 1",
                "server-certificates.json Denied ", "virtual-mfa-devices.json Given ",
            ],
            snapshot.Files.Select(file => $"{file.Name} {file.Status} {file.Rows}"));
        Assert.Equal("AccessDenied", snapshot.AnswerOf("server-certificates.json").ErrorCode);
        Assert.Equal("none", snapshot.AnswerOf("account-password-policy.json").ErrorMessage);
        Assert.Equal(AnswerStatus.NotGiven, snapshot.ReportAnswer.Status);
        Assert.Equal(1, snapshot.AccountSummary.Find("SummaryMap/AccountMFAEnabled")!.Value.Int);

        var lines = Directory.GetFiles(_folder.Path)
            .Select(path => $"{Sha256(File.ReadAllBytes(path))}  {Path.GetFileName(path)}\n")
            .Order(StringComparer.Ordinal);
        Assert.Equal(Sha256(Encoding.UTF8.GetBytes(string.Concat(lines))), snapshot.Digest);
    }

    [Fact]
    public void A_bare_file_is_cited_under_its_own_name()
    {
        var path = _folder.Write("prod march.txt", "user,arn\n<root_account>,arn:aws:iam::111122223333:root\n");
        var snapshot = Snapshot.Open(path).Snapshot!;

        Assert.Equal("prod march.txt", snapshot.Name);
        var file = Assert.Single(snapshot.Files);
        Assert.Equal("prod march.txt", file.Name);
        Assert.Equal(55, file.Length);

        // By hand: sha256sum 'prod march.txt' | tee /dev/stderr | sha256sum
        Assert.Equal("7694950b77861e085dc4d11d16ff409fea98d8fd773bfdb776abcd3979a42ce6", file.Sha256);
        Assert.Equal("92fa8e64ecfea7c7125aa81edde8acf0f29d0253d2ff31f4ac65c7e2a58e4b41", snapshot.Digest);
    }

    [Fact]
    public void A_bare_JSON_gives_the_decoded_report_and_its_time()
    {
        const string More = """, "GeneratedTime": "2024-03-04T05:06:07+00:00", "ReportFormat": "text/csv" """;
        var path = _folder.Write("x.json", Sample.Json(Csv, More));
        var result = Snapshot.Open(path);
        var snapshot = result.Snapshot!;

        Assert.Empty(result.Diagnostics);
        Assert.Equal(["credential-report.csv", "x.json"], snapshot.Files.Select(file => file.Name));
        Assert.Equal("x.json", snapshot.Report!.File.DecodedFrom);
        Assert.Equal(Sha256(Encoding.UTF8.GetBytes(Csv)), snapshot.Report.File.Sha256);
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 5, 6, 7, TimeSpan.Zero), snapshot.GeneratedTime);
        Assert.Equal((1, 210), (snapshot.GeneratedTimeCell!.Value.Line, snapshot.GeneratedTimeCell.Value.Column));
        Assert.Equal(2, snapshot.Report.RowAt(0).Line);
    }

    [Theory]
    [InlineData("1709528767")]
    [InlineData("1709528767.0")]
    [InlineData("\"2024-03-04T05:06:07Z\"")]
    [InlineData("\"2024-03-04T10:36:07+05:30\"")]
    public void GeneratedTime_may_be_text_or_seconds(string time)
    {
        var snapshot = Sample.Read(Sample.Json(Csv, $", \"GeneratedTime\": {time}")).Snapshot!;

        Assert.Equal(new DateTimeOffset(2024, 3, 4, 5, 6, 7, TimeSpan.Zero), snapshot.GeneratedTime);
        Assert.Equal(["credential-report.csv", "credential-report.json"], snapshot.Files.Select(file => file.Name));
    }

    [Fact]
    public void A_JSON_without_time_is_read_with_a_warning()
    {
        var result = Sample.Read(Sample.Json(Csv));

        Assert.Equal(["PE6034 0:0"], result.Places());
        Assert.Null(result.Snapshot!.GeneratedTime);
    }

    [Fact]
    public void The_JSON_beside_the_CSV_gives_its_time()
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("credential-report.json", Sample.Json(Csv, ", \"GeneratedTime\": 0"));
        var result = Snapshot.Open(_folder.Path);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(DateTimeOffset.UnixEpoch, result.Snapshot!.GeneratedTime);
        Assert.Null(result.Snapshot.Report!.File.DecodedFrom);
        Assert.Equal(2, result.Snapshot.Files.Length);
    }

    [Fact]
    public void A_JSON_that_differs_from_the_CSV_beside_it_is_refused()
    {
        _folder.Write("credential-report.csv", Csv);
        _folder.Write("credential-report.json", Sample.Json(Csv + "x", ", \"GeneratedTime\": 0"));
        var result = Snapshot.Open(_folder.Path);

        Assert.Null(result.Snapshot);
        Assert.Equal(["PE6035 3:1"], result.Places());
        Assert.Equal("credential-report.csv", result.Diagnostics[0].File);
    }

    [Theory]
    [InlineData("credential-report.csv")]
    [InlineData("credential-report.json")]
    public void An_error_answer_in_place_of_the_report_is_an_answer(string name)
    {
        _folder.Write(name, """{"Error": {"Code": "ReportNotPresent", "Message": "m"}}""");
        var result = Snapshot.Open(_folder.Path);

        Assert.Equal(["PE6026 1:20 Code"], result.Places());
        Assert.Null(result.Snapshot!.Report);
        var answer = result.Snapshot.ReportAnswer;
        Assert.Equal((AnswerStatus.Denied, "ReportNotPresent"), (answer.Status, answer.ErrorCode));
        Assert.Equal(EvidenceStatus.Denied, Assert.Single(result.Snapshot.Files).Status);
    }

    [Fact]
    public void The_report_as_JSON_under_the_name_of_the_CSV_is_refused()
    {
        _folder.Write("credential-report.csv", Sample.Json(Csv, ", \"GeneratedTime\": 0"));

        Assert.Equal(["PE6036 1:1"], Snapshot.Open(_folder.Path).Places());
    }

    [Theory]
    [InlineData("account-summary.json", """{"PasswordPolicy": {}}""", "PE6023 1:1")]
    [InlineData("account-summary.json", """{"SummaryMap": []}""", "PE6023 1:1")]
    [InlineData("account-summary.json", "{}", "PE6023 1:1")]
    [InlineData("account-summary.json", "[]", "PE6023 1:1")]
    [InlineData("account-summary.json", "{\n \"SummaryMap\": {\"é\": 1, \"A\": \"0\"}}", "PE6024 2:30 A")]
    [InlineData("account-summary.json", """{"SummaryMap": {"A": 1.5}}""", "PE6024 1:22 A")]
    [InlineData("account-authorization-details.json", """{"Policies": [{"AttachmentCount": -1}]}""", "PE6024 1:35 AttachmentCount")]
    [InlineData("account-authorization-details.json", """{"Policies": [{"AttachmentCount": 0.5}]}""", "PE6024 1:35 AttachmentCount")]
    [InlineData("account-authorization-details.json", """{"Policies": [{"PermissionsBoundaryUsageCount": -1}]}""", "PE6024 1:49 PermissionsBoundaryUsageCount")]
    [InlineData("account-summary.json", """{"SummaryMap": {"A": 1e3}}""", "PE6024 1:22 A")]
    [InlineData("account-summary.json", """{"SummaryMap": {"A": 99999999999999999999}}""", "PE6024 1:22 A")]
    [InlineData("account-summary.json", """{"SummaryMap": {"A": 1, "A": 0}}""", "PE6022 1:25 A")]
    [InlineData("account-summary.json", "An error occurred (AccessDenied) when", "PE6014 1:1")]
    [InlineData("account-summary.json", "", "PE6010 1:1")]
    [InlineData("account-password-policy.json", """{"SummaryMap": {}}""", "PE6023 1:1")]
    [InlineData("virtual-mfa-devices.json", """{"ServerCertificateMetadataList": []}""", "PE6023 1:1")]
    [InlineData("server-certificates.json", """{"VirtualMFADevices": []}""", "PE6023 1:1")]
    [InlineData("account-authorization-details.json", """{"UserDetailList": {}}""", "PE6023 1:1")]
    public void An_answer_of_another_shape_is_refused(string name, string text, string expected)
    {
        _folder.Write(name, text);
        var result = Snapshot.Open(_folder.Path);

        Assert.Null(result.Snapshot);
        Assert.Equal([expected], result.Places());
        Assert.Equal(name, result.Diagnostics[0].File);
    }

    [Fact]
    public void The_map_of_the_summary_may_stand_alone()
    {
        _folder.Write("account-summary.json", "\uFEFF{\"AccountMFAEnabled\": 1,\r\n \"Users\": 5}");
        var summary = Snapshot.Open(_folder.Path).Snapshot!.AccountSummary;
        var users = summary.Find("SummaryMap/Users")!.Value;

        Assert.Equal((5L, 2, 11, "Users"), (users.Int, users.Line, users.Column, users.Field));
        var mfa = summary.Find("SummaryMap/AccountMFAEnabled")!.Value;
        Assert.Equal((1, 23), (mfa.Line, mfa.Column));
        Assert.Null(summary.Find("SummaryMap/Nothing"));
    }

    [Fact]
    public void A_cut_answer_is_a_warning()
    {
        _folder.Write("virtual-mfa-devices.json", """{"VirtualMFADevices": [], "NextToken": "x"}""");
        var result = Snapshot.Open(_folder.Path);

        Assert.Equal(["PE6025 1:40 NextToken"], result.Places());
        Assert.NotNull(result.Snapshot);
    }

    [Fact]
    public void An_answer_beside_several_accounts_is_refused()
    {
        _folder.Write("credential-report.csv", Csv + "<root_account>,arn:aws:iam::999999999999:root,true,N/A\n");
        _folder.Write("account-summary.json", Summary);

        Assert.Equal(["PE6027 0:0"], Snapshot.Open(_folder.Path).Places());
    }

    [Fact]
    public void A_folder_without_known_files_is_refused()
    {
        _folder.Write("notes.txt", "x");
        var result = Snapshot.Open(_folder.Path);

        Assert.Null(result.Snapshot);
        Assert.Equal(["PE6005", "PE6006"], result.Diagnostics.Select(d => d.Id).Order());
    }

    [Fact]
    public void Unknown_files_are_said_and_change_no_digest()
    {
        _folder.Write("credential-report.csv", Csv);
        var before = Snapshot.Open(_folder.Path).Snapshot!.Digest;
        _folder.Write("Credential-Report.CSV.bak", "x");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
        var result = Snapshot.Open(_folder.Path);

        Assert.Equal(
            ["PE6006 Credential-Report.CSV.bak", "PE6006 sub"], result.Diagnostics.Select(d => $"{d.Id} {d.File}"));
        Assert.Equal(before, result.Snapshot!.Digest);
    }

    [Fact]
    public void A_folder_of_too_many_entries_is_refused()
    {
        for (var i = 0; i < 4; i++)
            _folder.Write($"{i}", "");
        var result = Snapshot.Open(_folder.Path, new SnapshotLimits { FolderEntries = 3 });

        Assert.Equal(["PE6007 0:0"], result.Places());
        Assert.Contains("FolderEntries", result.Diagnostics[0].Arguments);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "account-summary.json"));

        Assert.Equal(["PE6003 0:0"], Snapshot.Open(_folder.Path).Places());
    }

    [Theory]
    [InlineData("nothing-here", "PE6001")]
    [InlineData("nothing/here.csv", "PE6001")]
    [InlineData("", "PE6002")]
    [InlineData("a\0b", "PE6002")]
    public void A_path_that_leads_nowhere_is_refused(string path, string expected)
    {
        var result = Snapshot.Open(path);

        Assert.Null(result.Snapshot);
        Assert.Equal([expected], result.Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_very_long_path_is_refused() =>
        Assert.Null(Snapshot.Open(Path.Combine(_folder.Path, new string('x', 5000))).Snapshot);

    [UnixFact]
    public void A_link_in_a_folder_is_not_followed_but_the_folder_may_be_one()
    {
        var real = Directory.CreateDirectory(Path.Combine(_folder.Path, "real")).FullName;
        var csv = _folder.Write("real/credential-report.csv", Csv);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "inner"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "inner", "credential-report.csv"), csv);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "latest"), real);

        Assert.Equal(["PE6004 0:0"], Snapshot.Open(Path.Combine(_folder.Path, "inner")).Places());
        Assert.NotNull(Snapshot.Open(Path.Combine(_folder.Path, "latest")).Snapshot);
    }

    [UnixFact]
    public void A_pipe_without_writer_does_not_hang()
    {
        var path = Path.Combine(_folder.Path, "credential-report.csv");
        using (var process = Process.Start("mkfifo", path))
            process.WaitForExit();
        var limits = new SnapshotLimits { OpenTime = TimeSpan.FromMilliseconds(50) };

        Assert.Equal(["PE6003 0:0"], Snapshot.Open(_folder.Path, limits).Places());
        Assert.Equal(["PE6003 0:0"], Snapshot.Open(path, limits).Places());

        var link = Path.Combine(_folder.Path, "link");
        File.CreateSymbolicLink(link, path);
        Assert.Equal(["PE6003 0:0"], Snapshot.Open(link, limits).Places());
    }

    [UnixFact]
    public void A_link_that_the_user_names_is_followed()
    {
        var link = Path.Combine(_folder.Path, "latest.csv");
        File.CreateSymbolicLink(link, _folder.Write("march.csv", Csv));

        Assert.Equal("latest.csv", Assert.Single(Snapshot.Open(link).Snapshot!.Files).Name);
    }

    [UnixFact]
    public void A_device_that_never_ends_does_not_hang()
    {
        var result = Snapshot.Open("/dev/zero");

        Assert.Null(result.Snapshot);
        Assert.Equal(["PE6015 1:1"], result.Places());
    }

    [PermissionFact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_refused()
    {
        var path = _folder.Write("credential-report.csv", Csv);
        File.SetUnixFileMode(path, UnixFileMode.None);

        Assert.Equal(["PE6002 0:0"], Snapshot.Open(path).Places());
    }

    [Fact]
    public void A_stream_that_breaks_is_refused()
    {
        using var stream = new BrokenStream();

        Assert.Equal(["PE6002"], Snapshot.Read(stream, "-").Diagnostics.Select(d => d.Id));
    }

    [Fact]
    public void A_cancelled_read_throws_for_its_caller() => Assert.Throws<OperationCanceledException>(
        () => Snapshot.Open(_folder.Path, limits: null, new CancellationToken(canceled: true)));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("broken");
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> InMemory(params (string Name, string Text)[] files) =>
        files.ToDictionary(
            file => file.Name, file => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(file.Text)),
            StringComparer.Ordinal);
}
