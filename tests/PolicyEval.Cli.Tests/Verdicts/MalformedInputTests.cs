using System.Text;
using System.Text.RegularExpressions;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Verdicts;

/// <summary>Input that is no credential report: a PE6xxx diagnostic with its place, exit 3, never a verdict.</summary>
public sealed partial class MalformedInputTests
{
    private static readonly string Good =
        new CredentialReportText().Root().User("build").User("deploy").ToString();

    private static readonly string Header = Good[..Good.IndexOf('\n')];

    public static TheoryData<string> Cases => [.. Inputs.Keys];

    private static Dictionary<string, byte[]> Inputs { get; } = new(StringComparer.Ordinal)
    {
        ["truncated in a row"] = Utf8(Good[..^20]),
        ["duplicate header"] = Utf8(Good.Replace("cert_2_active", "cert_1_active", StringComparison.Ordinal)),
        ["a cell too many"] = Utf8(Good + ",N/A"),
        ["a cell too few"] = Utf8(Good[..Good.LastIndexOf(',')]),
        ["NUL"] = Utf8(Good.Replace("deploy", "de\0loy", StringComparison.Ordinal)),
        ["invalid UTF-8"] = [.. Utf8(Good), 0xC3, 0x28],
        ["UTF-16 little endian"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)],
        ["UTF-16 big endian"] = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Good)],
        ["UTF-16 without a mark"] = Encoding.Unicode.GetBytes(Good),
        ["HTML saved as CSV"] = Utf8("<!DOCTYPE html>\n<html><body>Sign in, please</body></html>\n"),
        ["two root rows of one account"] = Utf8(Good + Good[Good.IndexOf('\n')..].Split('\n')[1].Insert(0, "\n")),
        ["empty"] = [],
        ["only line ends"] = Utf8("\n\n\n"),
        ["header only"] = Utf8(Header),
        ["header only with a line end"] = Utf8(Header + "\n"),
        ["a cell of 10 MB"] = Utf8(Good.Replace("deploy", new string('x', 10_000_000), StringComparison.Ordinal)),
        ["a day that does not exist"] = Utf8(WithDate("2023-02-30T00:00:00Z")),
        ["a month that does not exist"] = Utf8(WithDate("2023-13-01T00:00:00Z")),
        ["an hour that does not exist"] = Utf8(WithDate("2023-01-01T25:00:00Z")),
        ["an open quote"] = Utf8(Good.Replace("deploy", "\"deploy", StringComparison.Ordinal)),
        ["a blank line between rows"] = Utf8(Good.Replace("\ndeploy", "\n\ndeploy", StringComparison.Ordinal)),
        ["no arn column"] = Utf8(new CredentialReportText().WithColumns("user", "mfa_active").Root().ToString()),
        ["an arn that is none"] = Utf8(Good.Replace("arn:aws:iam::111122223333:user/deploy", "deploy", StringComparison.Ordinal)),
        ["a root row with the arn of a user"] = Utf8(Good.Replace(":root,", ":user/x,", StringComparison.Ordinal)),
        ["the same user twice"] = Utf8(Good.Replace("deploy", "build", StringComparison.Ordinal)),
        ["gzip"] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3],
        ["a spreadsheet"] = [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0, 8, 0],
        ["JSON that is no report"] = Utf8("{\"Users\": []}"),
        ["JSON cut short"] = Utf8("{\"Content\": \"dXNlci"),
        ["content that is not base64"] = Utf8("{\"Content\": \"%%%\", \"GeneratedTime\": \"2026-01-01T00:00:00Z\"}"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_is_refused_with_its_place(string name) => AssertRefused(
        folder => CliRun.Of(["evaluate", folder.Write("report.csv", Inputs[name])]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Standard_input_is_refused_with_its_place(string name) =>
        AssertRefused(_ => CliRun.Of(["evaluate", "-"], Inputs[name]));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_folder_is_refused_with_its_place(string name) => AssertRefused(folder =>
    {
        folder.Write(
            Inputs[name] is [(byte)'{', ..] ? "credential-report.json" : "credential-report.csv", Inputs[name]);
        return CliRun.Of(["evaluate", folder.Path]);
    });

    [Theory]
    [InlineData("LF", "\n", false)]
    [InlineData("CRLF", "\r\n", false)]
    [InlineData("byte order mark", "\n", true)]
    public void The_usual_forms_of_a_good_report_are_taken(string form, string lineEnd, bool mark)
    {
        using var folder = new TemporaryFolder();
        var text = (mark ? "\uFEFF" : "") + Good.Replace("\n", lineEnd, StringComparison.Ordinal) + lineEnd;
        var run = CliRun.Of(["evaluate", folder.Write("report.csv", text)]);
        Assert.True(run.ExitCode is 0 or 1 or 2, $"{form}: {run.Error}");
        Assert.Contains("report.csv:2:", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_so()
    {
        using var folder = new TemporaryFolder();
        var run = CliRun.Of(["evaluate", folder.PathOf("absent.csv")]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("absent.csv", run.Error, StringComparison.Ordinal);
    }

    private static void AssertRefused(Func<TemporaryFolder, CliRun> evaluate)
    {
        using var folder = new TemporaryFolder();
        var run = evaluate(folder);
        Assert.Equal(3, run.ExitCode);
        Assert.Matches(Place(), run.Error);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("pass", run.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static string WithDate(string date) =>
        new CredentialReportText().Root().User("build", ("access_key_1_last_rotated", date)).ToString();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex(@":[1-9][0-9]*:[1-9][0-9]*: error PE6[0-9]{3}: ")]
    private static partial Regex Place();
}
