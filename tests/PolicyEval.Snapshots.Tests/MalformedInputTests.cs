using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;


namespace PolicyEval.Snapshots.Tests;

/// <summary>What cannot be evidence: each with its id and place, never an exception and never a snapshot.</summary>
public sealed class MalformedInputTests
{
    private const string H = Sample.ShortHeader + "\n";
    private const string R = Sample.ShortRoot + "\n";
    private const string Arn = "arn:aws:iam::111122223333:user/";

    public static TheoryData<string, string, string[]> Texts => new()
    {
        { "empty", "", ["PE6010 1:1"] },
        { "only white space", "\uFEFF \r\n\n", ["PE6010 1:1"] },
        { "web page", "\n<!DOCTYPE html>\n<html>", ["PE6013 2:1"] },
        {
            "error text of the AWS CLI", "\nAn error occurred (AccessDenied) when calling the X operation: no",
            ["PE6014 2:1"]
        },
        {
            "error text of newer AWS CLIs", "aws: [ERROR]: An error occurred (AccessDenied) when calling",
            ["PE6014 1:1"]
        },
        { "usage of the AWS CLI", "usage: aws [options]", ["PE6014 1:1"] },
        { "no credentials", "Unable to locate credentials. You can", ["PE6014 1:1"] },
        { "NUL", H + R + "x,\0", ["PE6015 3:3"] },
        { "old Mac line ends", "user,arn\rx,y\r", ["PE6017 1:9"] },
        { "base64 that was not decoded", "dXNlcixhcm4scGFzc3dvcmRfZW5hYmxlZA==", ["PE6018 1:1"] },
        { "no report at all", "hello world\n", ["PE6040 1:1 user", "PE6040 1:1 arn"] },
        { "without arn", "user,x\na,b\n", ["PE6040 1:1 arn"] },
        { "semicolons", "user;arn;mfa_active\n", ["PE6050 1:1"] },
        { "tabs", "user\tarn\n", ["PE6050 1:1"] },
        { "duplicate header", "user,arn,mfa_active,mfa_active\n", ["PE6041 1:21 mfa_active"] },
        {
            "duplicate header in another case", "user,arn,Mfa_Active,mfa_active\n",
            ["PE6043 1:10 mfa_active", "PE6041 1:21 mfa_active"]
        },
        { "duplicate unknown column", "user,arn,z,z\n", ["PE6041 1:12 z"] },
        { "unnamed column", "user,arn,,\n", ["PE6042 1:10", "PE6042 1:11"] },
        { "header only", "user,arn\n", ["PE6048 1:1"] },
        { "header only without line end", "\uFEFFuser,arn", ["PE6048 1:1"] },
        { "cut row", H + R + "bob,arn:aws:iam::1111", ["PE6046 3:1"] },
        { "two rows with wrong counts", H + R + "bob\n" + Sample.User("amy") + ",\n", ["PE6046 3:1", "PE6046 4:1"] },
        { "blank line", H + "\n\n" + R, ["PE6047 2:1"] },
        { "blank first line", "\n" + H + R, ["PE6047 1:1"] },
        { "stray quote", H + R + "b\"o\"b," + Arn + "bob,true,N/A\n", ["PE6045 3:2"] },
        { "text after quote", H + R + "\"b\"ob," + Arn + "bob,true,N/A\n", ["PE6045 3:4"] },
        { "open quote", H + R + "é,\"" + Arn + "bob,true,N/A\nx,y\n", ["PE6045 3:3"] },
        { "open quote in the header", "user,\"arn\n" + R, ["PE6045 1:6"] },
        { "two root rows", H + R + R, ["PE6062 3:16 arn"] },
        {
            "same user twice, quoted once", H + R + Sample.User("b") + "\n\"b\",\"" + Arn + "b\",true,N/A\n",
            ["PE6063 4:5 arn"]
        },
        {
            "root name, user's ARN", H + "<root_account>," + Arn + "x,true,N/A\n",
            ["PE6061 2:1 user", "PE6064 2:16 arn"]
        },
        {
            "root ARN, user's name", H + R + "root," + Sample.RootArn + ",true,N/A\n",
            ["PE6061 3:1 user", "PE6063 3:6 arn"]
        },
        { "eleven digits", H + R + "b,arn:aws:iam::11112222333:user/b,true,N/A\n", ["PE6060 3:3 arn"] },
        { "thirteen digits", H + R + "b,arn:aws:iam::1111222233334:user/b,true,N/A\n", ["PE6060 3:3 arn"] },
        { "strange partition", H + R + "b,arn:azure:iam::111122223333:user/b,true,N/A\n", ["PE6060 3:3 arn"] },
        { "a role", H + R + "b,arn:aws:iam::111122223333:role/b,true,N/A\n", ["PE6060 3:3 arn"] },
        { "a user without name", H + R + ",arn:aws:iam::111122223333:user/,true,N/A\n", ["PE6060 3:2 arn"] },
        { "no ARN", H + R + "b,,true,N/A\n", ["PE6060 3:3 arn"] },
        {
            "30 February", H + R + Sample.User("b", lastUsed: "2023-02-30T00:00:00+00:00") + "\n",
            ["PE6066 3:41 password_last_used"]
        },
        {
            "29 February of a common year", H + R + Sample.User("b", lastUsed: "2023-02-29T00:00:00Z") + "\n",
            ["PE6066 3:41 password_last_used"]
        },
        {
            "a date without zone", H + R + Sample.User("b", lastUsed: "2023-02-20T00:00:00") + "\n",
            ["PE6066 3:41 password_last_used"]
        },
        {
            "a date of a spreadsheet", H + R + Sample.User("b", lastUsed: "\"1/2/2023\"") + "\n",
            ["PE6066 3:41 password_last_used"]
        },
        { "JSON array", "[]", ["PE6030 1:1"] },
        { "JSON of another call", "{\"SummaryMap\": {}}", ["PE6037 1:1"] },
        { "JSON of generate-credential-report", "{\"State\": \"STARTED\"}", ["PE6038 1:11 State"] },
        { "JSON with a number as content", "{\"Content\": 5}", ["PE6030 1:1"] },
        { "cut JSON", "{\n  \"Content\": \"dXN", ["PE6020 2:18"] },
        { "JSON and more", "{\"Content\": \"\"}\n x", ["PE6020 2:2"] },
        { "duplicate property", "{\"Content\": \"\",\n \"\\u0043ontent\": \"\"}", ["PE6022 2:2 Content"] },
        { "half a surrogate pair", "{\"é\": \"\\ud800\"}", ["PE6020 1:7"] },
        { "error without code", "{\"Error\": {}}", ["PE6023 1:11 Error"] },
        { "content that is not base64", "{\"Content\": \"!\", \"GeneratedTime\": 0}", ["PE6031 1:13 Content"] },
        { "empty content", "{\"Content\": \"\", \"GeneratedTime\": 0}", ["PE6010 1:1"] },
        {
            "bad time", Sample.Json(H + R, ", \"GeneratedTime\": \"2024-13-01T00:00:00Z\""),
            ["PE6033 1:210 GeneratedTime"]
        },
        {
            "time without zone", Sample.Json(H + R, ", \"GeneratedTime\": \"2024-12-01T00:00:00\""),
            ["PE6033 1:210 GeneratedTime"]
        },
        {
            "other format", Sample.Json(H + R, ", \"GeneratedTime\": 0, \"ReportFormat\": \"xml\""),
            ["PE6032 1:229 ReportFormat"]
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Malformed_text_has_a_diagnostic_with_its_place(string what, string text, string[] expected)
    {
        var result = Sample.Read(text);

        Assert.True(result.Snapshot is null, what);
        Assert.Equal(string.Join(" | ", expected), string.Join(" | ", result.Places()));
        Assert.All(result.Diagnostics, d => Assert.NotEmpty(d.Message));
    }

    public static TheoryData<string, byte[], string> Bytes => new()
    {
        { "UTF-16 little endian", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(H + R)], "PE6011 1:1" },
        { "UTF-16 big endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(H + R)], "PE6011 1:1" },
        { "UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(H + R)], "PE6011 1:1" },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(H + R), "PE6011 1:1" },
        { "JSON in UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")], "PE6011 1:1" },
        { "gzip", [0x1F, 0x8B, 8, 0, 0], "PE6012 1:1" },
        { "workbook", "PK\u0003\u0004\u0014\0"u8.ToArray(), "PE6012 1:1" },
        { "Latin-1", [.. Encoding.UTF8.GetBytes(H + "é😀"), 0xE9, (byte)','], "PE6016 2:4" },
        { "half a character at the end", [.. Encoding.UTF8.GetBytes(H + "x"), 0xF0, 0x9F], "PE6016 2:2" },
        { "an encoded surrogate", [.. Encoding.UTF8.GetBytes(H), 0xED, 0xA0, 0x80], "PE6016 2:1" },
        { "an overlong slash", [.. Encoding.UTF8.GetBytes(H), 0xC0, 0xAF], "PE6016 2:1" },
        { "invalid UTF-8 in JSON", [.. "{\"Content\": \""u8, 0xFF, .. "\"}"u8], "PE6016 1:14" },
        { "NUL in JSON", "{\"Content\": \"\0\"}"u8.ToArray(), "PE6015 1:14" },
    };

    [Theory]
    [MemberData(nameof(Bytes))]
    public void Bytes_that_are_no_text_have_a_diagnostic_with_its_place(string what, byte[] bytes, string expected)
    {
        var result = Sample.Read(bytes);

        Assert.True(result.Snapshot is null, what);
        Assert.Equal([expected], result.Places());
    }

    [Fact]
    public void Every_truncation_of_a_report_is_refused_or_has_fewer_whole_rows()
    {
        var text = Encoding.UTF8.GetBytes(H + R + "\"bob\"," + Arn + "bob,true,2024-01-02T03:04:05+00:00");
        var accepted = new List<int>();
        for (var length = 0; length < text.Length; length++)
        {
            var result = Sample.Read(text[..length]);
            if (result.Snapshot is { } snapshot)
                accepted.Add(snapshot.Report!.RowCount);
            else
                Assert.Contains(result.Diagnostics, d => d.Severity == SnapshotSeverity.Error);
        }

        // Only where the last cell is empty, and behind the root row with and without its line end.
        Assert.Equal([1, 1, 1, 2], accepted);
    }

    [Fact]
    public void Every_truncation_of_a_JSON_answer_is_refused_with_a_diagnostic()
    {
        var text = Encoding.UTF8.GetBytes(Sample.Json(H + R, ", \"GeneratedTime\": \"2024-01-02T03:04:05Z\""));
        for (var length = 0; length < text.Length; length++)
        {
            var result = Sample.Read(text[..length]);

            Assert.Null(result.Snapshot);
            Assert.Contains(result.Diagnostics, d => d.Severity == SnapshotSeverity.Error);
        }
    }

    [Fact]
    public void All_errors_are_reported_up_to_the_limit_and_the_others_are_counted()
    {
        var rows = string.Concat(Enumerable.Repeat("x\n", 150));

        var result = Sample.Read(H + R + rows);

        Assert.Null(result.Snapshot);
        Assert.Equal(101, result.Diagnostics.Length);
        Assert.Equal("PE6046 102:1", result.Places()[99]);
        Assert.Equal("PE6009", result.Diagnostics[100].Id);
        Assert.Equal(["50", "error"], result.Diagnostics[100].Arguments.AsEnumerable());
    }

    public static TheoryData<string, string, SnapshotLimits, string[], string> Limits => new()
    {
        { "bytes", H + R, new() { FileBytes = 20 }, ["PE6007 0:0"], "FileBytes" },
        { "columns", H + R, new() { Columns = 3 }, ["PE6044 1:1"], "Columns" },
        { "rows", H + R + R, new() { Rows = 1 }, ["PE6044 3:1"], "Rows" },
        {
            "a cell", H + R + Sample.User("b", lastUsed: new string('x', 10_000_000)) + "\n",
            new(), ["PE6044 3:41 password_last_used"], "CellBytes"
        },
        {
            "a cell of the header", H.Trim() + "," + new string('x', 70_000) + "\n", new(),
            ["PE6044 1:46"], "CellBytes"
        },
        {
            "an open quote over many rows", H + "\"" + string.Concat(Enumerable.Repeat(R, 1000)),
            new(), ["PE6045 2:1"], ""
        },
        { "depth", new string('[', 100_000), new(), ["PE6021 1:65"], "JsonDepth" },
        { "values", "{\"a\": [1, 2, 3]}", new() { JsonValues = 4 }, ["PE6021 1:14"], "JsonValues" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void Limits_have_a_diagnostic_that_names_them(
        string what, string text, SnapshotLimits limits, string[] expected, string limit)
    {
        var result = Sample.Read(text, limits);

        Assert.True(result.Snapshot is null, what);
        Assert.Equal(expected, result.Places().Where(place => !place.StartsWith("PE6064", StringComparison.Ordinal)));
        Assert.True(limit.Length == 0 || result.Diagnostics.Any(d => d.Arguments.Contains(limit)));
    }

    [Fact]
    public void Depth_at_the_limit_is_read()
    {
        var result = Sample.Read("{\"Content\": [[]]}", new SnapshotLimits { JsonDepth = 3 });

        Assert.Equal(["PE6030 1:1"], result.Places());
    }
}
