using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Testing;

/// <summary>
/// What a collector would have been answered by an invented account: records and raw pages, one call at a time.
/// </summary>
public sealed class SampleCollection
{
    /// <summary>When the first call was sent.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 15, 30, TimeSpan.Zero);

    private readonly List<CallRecord> _records = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _pages = new(StringComparer.Ordinal);

    /// <summary>Every attempt so far.</summary>
    public IReadOnlyList<CallRecord> Records => _records;

    /// <summary>The raw page of a path.</summary>
    public ReadOnlyMemory<byte> PageOf(string path) => _pages[path];

    /// <summary>An account with the users that the report names and no other evidence of note.</summary>
    public static SampleCollection Account(CredentialReportText? report = null, params string[] users)
    {
        var text = report ?? new CredentialReportText().Root();
        return new SampleCollection()
            .Answer(
                ApiOperations.GetCallerIdentity,
                $"<Arn>arn:aws:sts::{CredentialReportText.Account}:assumed-role/audit/policyeval-collect</Arn>"
                + $"<UserId>AROAEXAMPLE:policyeval-collect</UserId><Account>{CredentialReportText.Account}</Account>")
            .Answer(ApiOperations.GenerateCredentialReport, "<State>COMPLETE</State>")
            .Answer(
                ApiOperations.GetCredentialReport,
                $"<Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()))}</Content>"
                + "<GeneratedTime>2026-03-01T06:12:45Z</GeneratedTime><ReportFormat>text/csv</ReportFormat>")
            .Answer(
                ApiOperations.GetAccountSummary,
                $"<SummaryMap>{Entry("Users", users.Length)}{Entry("AccountMFAEnabled", 1)}"
                + $"{Entry("AccountAccessKeysPresent", 0)}</SummaryMap>")
            .Answer(
                ApiOperations.ListUsers,
                $"<Users>{string.Concat(users.Select(User))}</Users><IsTruncated>false</IsTruncated>");
    }

    /// <summary>Adds an answer: what stands inside of the result element.</summary>
    public SampleCollection Answer(
        ApiOperation operation, string result, params (string Name, string Value)[] parameters) =>
        Add(operation, 200, $"""
            <{operation.Action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <{operation.Action}Result>{result}</{operation.Action}Result>
              <ResponseMetadata>
                <RequestId>00000000-0000-4000-8000-{_records.Count + 1:D12}</RequestId>
              </ResponseMetadata>
            </{operation.Action}Response>

            """, null, parameters);

    /// <summary>What a collector would have been answered by an organisation.</summary>
    /// <param name="accounts">The accounts as Organizations lists them, as JSON objects.</param>
    public static SampleCollection Organization(params string[] accounts) => new SampleCollection()
        .Answer(
            ApiOperations.GetCallerIdentity,
            $"<Arn>arn:aws:sts::{CredentialReportText.Account}:assumed-role/audit/policyeval-collect</Arn>"
            + $"<UserId>AROAEXAMPLE:policyeval-collect</UserId><Account>{CredentialReportText.Account}</Account>")
        .Add(
            ApiOperations.ListAccounts, 200, $$"""{"Accounts": [{{string.Join(", ", accounts)}}]}""", null, [],
            ".json", "application/x-amz-json-1.1");

    /// <summary>Composes the snapshot of an organisation.</summary>
    public ComposedSnapshot ComposeOrganization() => SnapshotComposer.Compose(
        Facts() with { Kind = SnapshotKind.Organization, Account = "o-example" }, [.. _records], PageOf);

    /// <summary>Adds an error.</summary>
    public SampleCollection Refusal(
        ApiOperation operation, string code, string message, params (string Name, string Value)[] parameters) =>
        Add(operation, 403, $"""
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
              <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
            </ErrorResponse>

            """, new CallError(code, message), parameters);

    /// <summary>Composes the snapshot; the plan is what was called.</summary>
    public ComposedSnapshot Compose(PreviousSnapshot? previous = null, DateTimeOffset? start = null)
    {
        var later = (start ?? Start) - Start;
        var records = _records.Select(record => record with
        {
            SentAt = record.SentAt + later,
            RespondedAt = record.RespondedAt + later,
        });
        return SnapshotComposer.Compose(Facts(previous, start), [.. records], PageOf);
    }

    /// <summary>The facts of the snapshot.</summary>
    public SnapshotFacts Facts(PreviousSnapshot? previous = null, DateTimeOffset? start = null) => new()
    {
        Account = CredentialReportText.Account,
        Partition = "aws",
        Producer = "policyeval-collect 0.1.0",
        StartedAt = start ?? Start,
        EndedAt = (start ?? Start).AddSeconds(_records.Count),
        Plan = [.. _records.Select(record => record.Operation).Distinct()],
        Previous = previous,
    };

    private static string Entry(string key, int value) =>
        $"<entry><key>{key}</key><value>{value}</value></entry>";

    private static string User(string name) =>
        $"<member><Path>/</Path><UserName>{name}</UserName><UserId>AIDAEXAMPLE{name}</UserId>"
        + $"<Arn>arn:aws:iam::{CredentialReportText.Account}:user/{name}</Arn>"
        + "<CreateDate>2020-01-01T00:00:00Z</CreateDate></member>";

    private SampleCollection Add(
        ApiOperation operation,
        int status,
        string body,
        CallError? error,
        ReadOnlySpan<(string Name, string Value)> parameters,
        string ending = ".xml",
        string mediaType = "text/xml")
    {
        var page = 1 + _records.Count(record => record.Operation == operation);
        var path = $"{operation.RawFolder}/{page:D4}{ending}";
        var bytes = Encoding.UTF8.GetBytes(body);
        var sorted = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (name, value) in parameters)
            sorted.Add(new(name, value));
        _pages.Add(path, bytes);
        _records.Add(new CallRecord
        {
            Sequence = _records.Count + 1,
            Operation = operation,
            Parameters = [.. sorted.OrderBy(pair => pair.Key, StringComparer.Ordinal)],
            Endpoint = "https://iam.amazonaws.com",
            Region = "us-east-1",
            SentAt = Start.AddSeconds(_records.Count),
            HttpStatus = status,
            RequestId = $"00000000-0000-4000-8000-{_records.Count + 1:D12}",
            RespondedAt = Start.AddSeconds(_records.Count),
            MediaType = mediaType,
            Bytes = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            File = path,
            Error = error,
        });
        return this;
    }
}
