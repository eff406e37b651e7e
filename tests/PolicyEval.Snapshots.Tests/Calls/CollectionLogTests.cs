using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

public sealed class CollectionLogTests
{
    private const string First =
        "{\"sequence\":1,\"operation\":\"iam:GetAccountSummary\",\"attempt\":1,\"isLast\":true,"
        + "\"sentAt\":\"2026-01-02T03:04:05.678Z\"}\n";

    private static readonly DateTimeOffset Sent = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void A_record_is_one_line_in_a_fixed_order()
    {
        var record = new CallRecord
        {
            Sequence = 1,
            Operation = ApiOperations.ListMfaDevices,
            Parameters = [new("Marker", "m"), new("UserName", "a\"ü")],
            Endpoint = "https://iam.amazonaws.com",
            Region = "us-east-1",
            Attempt = 2,
            IsLast = false,
            SentAt = Sent,
            HttpStatus = 200,
            RequestId = "r-1",
            RespondedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 6, TimeSpan.Zero),
            MediaType = "text/xml",
            Bytes = 12,
            Sha256 = new string('a', 64),
            File = "data/raw/iam/ListMFADevices/0001.xml",
            Redactions = [new("a/b[2]", "why")],
            Error = new("Throttling", "slow"),
        };

        Assert.Equal(
            "{\"sequence\":1,\"operation\":\"iam:ListMFADevices\","
            + "\"parameters\":{\"Marker\":\"m\",\"UserName\":\"a\\\"ü\"},"
            + "\"endpoint\":\"https://iam.amazonaws.com\",\"region\":\"us-east-1\",\"attempt\":2,\"isLast\":false,"
            + "\"sentAt\":\"2026-01-02T03:04:05.678Z\",\"httpStatus\":200,\"requestId\":\"r-1\","
            + "\"respondedAt\":\"2026-01-02T03:04:06.000Z\",\"mediaType\":\"text/xml\",\"bytes\":12,"
            + $"\"sha256\":\"{new string('a', 64)}\",\"file\":\"data/raw/iam/ListMFADevices/0001.xml\","
            + "\"redactions\":[{\"path\":\"a/b[2]\",\"reason\":\"why\"}],"
            + "\"error\":{\"code\":\"Throttling\",\"message\":\"slow\"}}\n",
            Encoding.UTF8.GetString(CollectionLog.Write([record])));
    }

    [Fact]
    public void What_is_null_or_empty_is_left_out() => Assert.Equal(First, Encoding.UTF8.GetString(CollectionLog.Write(
        [new CallRecord { Sequence = 1, Operation = ApiOperations.GetAccountSummary, SentAt = Sent }])));

    [Fact]
    public void What_was_written_is_read_and_written_again_the_same() => Records.Sample(records =>
    {
        var bytes = CollectionLog.Write(records);
        var read = CollectionLog.Read("collection.jsonl", bytes, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(records.Length, read!.Value.Length);
        for (var i = 0; i < records.Length; i++)
        {
            var (one, other) = (records[i], read.Value[i]);
            Assert.Equal(one.Parameters.AsEnumerable(), other.Parameters);
            Assert.Equal(one.Redactions.AsEnumerable(), other.Redactions);
            Assert.Equal(
                one with { Parameters = default, Redactions = default },
                other with { Parameters = default, Redactions = default });
        }

        Assert.Equal(bytes, CollectionLog.Write(read.Value));
    });

    [Theory]
    [InlineData("{\"sequence\":1", "PE6090", 14)]
    [InlineData("[]\n", "PE6090", 1)]
    [InlineData("{}\n", "PE6090", 1)]
    [InlineData("\n", "PE6090", 1)]
    [InlineData("{\"sequence\":1,\"operation\":\"iam:DeleteUser\"}\n", "PE6091", 15)]
    public void A_line_that_is_no_record_is_refused_with_its_place(string log, string id, int column)
    {
        Assert.Null(CollectionLog.Read("collection.jsonl", Encoding.UTF8.GetBytes(log), out var diagnostics));

        var found = Assert.Single(diagnostics);
        Assert.Equal((id, "collection.jsonl", 1, column), (found.Id, found.File, found.Line, found.Column));
    }

    [Theory]
    [InlineData("\"attempt\":1", "\"attempt\":0", "PE6090")]
    [InlineData("\"attempt\":1", "\"attempt\":99999999999", "PE6090")]
    [InlineData("\"attempt\":1", "\"attempt\":1.0", "PE6090")]
    [InlineData("\"attempt\":1", "\"attempt\":\"1\"", "PE6090")]
    [InlineData("05.678Z", "05.67Z", "PE6090")]
    [InlineData("05.678Z", "05.678+00:00", "PE6090")]
    [InlineData("\"isLast\":true", "\"isLast\":true,\"sha256\":\"AB\"", "PE6090")]
    [InlineData("\"attempt\":1", "\"attempt\": 1", "PE6094")]
    [InlineData("\"attempt\":1", "\"attempt\":1,\"more\":1", "PE6094")]
    [InlineData("\"isLast\":true", "\"isLast\":1", "PE6094")]
    [InlineData("iam:GetAccountSummary", "iam:GetAccountSummar\\u0079", "PE6094")]
    [InlineData("\"}\n", "\"}\r\n", "PE6094")]
    [InlineData("\"}\n", "\"}", "PE6094")]
    [InlineData("\"}\n", "\",\"file\":\"data/raw/iam/GetAccountSummary/../0001.xml\"}\n", "PE6092")]
    [InlineData("\"}\n", "\",\"file\":\"data/raw/iam/ListUsers/0001.xml\"}\n", "PE6092")]
    [InlineData("\"}\n", "\",\"file\":\"data/raw/iam/GetAccountSummary/0001.json\"}\n", "PE6092")]
    [InlineData("\"}\n", "\",\"file\":\"/etc/passwd\"}\n", "PE6092")]
    [InlineData("\"sequence\":1", "\"sequence\":2", "PE6093")]
    public void A_line_that_says_something_else_is_refused(string part, string other, string id)
    {
        var log = First.Replace(part, other);
        Assert.NotEqual(First, log);

        Assert.Null(CollectionLog.Read("collection.jsonl", Encoding.UTF8.GetBytes(log), out var diagnostics));

        Assert.Equal(id, Assert.Single(diagnostics).Id);
    }

    [Fact]
    public void A_line_that_is_missing_is_a_gap()
    {
        var log = First + First.Replace("\"sequence\":1", "\"sequence\":3");

        Assert.Null(CollectionLog.Read("collection.jsonl", Encoding.UTF8.GetBytes(log), out var diagnostics));

        var gap = Assert.Single(diagnostics);
        Assert.Equal(("PE6093", 2, "3", "2"), (gap.Id, gap.Line, gap.Arguments[0], gap.Arguments[1]));
    }

    [Fact]
    public void A_page_belongs_to_one_call()
    {
        var first = First.Replace("\"}\n", "\",\"file\":\"data/raw/iam/GetAccountSummary/0001.xml\"}\n");
        var log = first + first.Replace("\"sequence\":1", "\"sequence\":2");

        Assert.Null(CollectionLog.Read("collection.jsonl", Encoding.UTF8.GetBytes(log), out var diagnostics));

        Assert.Equal(("PE6092", 2), (Assert.Single(diagnostics).Id, diagnostics[0].Line));
    }

    private static Gen<CallRecord[]> Records { get; } =
        from rows in Gen.Select(
            Gen.Int[0, ApiOperations.All.Length - 1],
            Gen.String[Gen.Char[' ', '\ud7ff'], 0, 9], Gen.Int[1, 9], Gen.Bool,
            Gen.Long[0, 4_000_000_000_000], Gen.Int[99, 599], Gen.Bool, Gen.Long[0, long.MaxValue]).Array[0, 8]
        select rows.Select((row, index) => Record(index + 1, row)).ToArray();

    private static CallRecord Record(
        int sequence,
        (int Operation, string Text, int Attempt, bool Flag, long Time, int Status, bool Fails, long Bytes) row)
    {
        var operation = ApiOperations.All[row.Operation];
        return new CallRecord
        {
            Sequence = sequence,
            Operation = operation,
            Parameters = row.Flag ? [new("Marker", row.Text), new("UserName", "")] : [],
            Endpoint = row.Text,
            Attempt = row.Attempt,
            IsLast = row.Flag,
            SentAt = DateTimeOffset.UnixEpoch.AddMilliseconds(row.Time),
            HttpStatus = row.Status < 100 ? null : row.Status,
            RequestId = row.Text,
            RespondedAt = row.Flag ? null : DateTimeOffset.UnixEpoch.AddMilliseconds(row.Time),
            MediaType = row.Text,
            Bytes = row.Bytes,
            Sha256 = row.Flag ? new string('0', 64) : "",
            File = row.Flag ? $"{operation.RawFolder}/{sequence:D4}.{(operation.IsJson ? "json" : "xml")}" : null,
            Redactions = row.Flag ? [] : [new(row.Text, "")],
            Error = row.Fails ? new("Code", row.Text) : null,
        };
    }
}
