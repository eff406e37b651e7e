using PolicyEval.Collector.Accounts;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Tests.Stub;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Accounts;

/// <summary>One account, collected from a stub.</summary>
internal static class Collecting
{
    public static readonly TimeSpan ReportTimeout = TimeSpan.FromSeconds(60);

    /// <summary>What came of the base credentials' account.</summary>
    public static Task<Collected> CollectAsync(StubSession session, string? account = null) =>
        new AccountCollector(session.Clock, ReportTimeout)
            .CollectAsync(session.Connector.OpenAsync, account, _ => { }, CancellationToken.None);

    /// <summary>What came of an account by its role.</summary>
    public static Task<Collected> AssumeAsync(
        StubSession session, string role, string account, Action<string>? onStage = null) =>
        new AccountCollector(session.Clock, ReportTimeout).CollectAsync(
            token => session.Connector.AssumeRoleAsync(
                new RoleRequest(RoleRequest.ArnOf("aws", role, "Reader"), "test", null, RoleRequest.DefaultDuration),
                token),
            account,
            onStage ?? (_ => { }),
            CancellationToken.None);

    /// <summary>The records of an operation.</summary>
    public static IReadOnlyList<CallRecord> RecordsOf(this Collected collected, ApiOperation operation) =>
        [.. collected.Evidence!.Records.Where(record => record.Operation == operation)];

    /// <summary>The error codes of an operation's attempts, empty for those that were answered.</summary>
    public static IEnumerable<string> CodesOf(this Collected collected, ApiOperation operation) =>
        collected.RecordsOf(operation).Select(record => record.Error?.Code ?? "");

    /// <summary>The operations of which a record says that it failed, each with its code, in order.</summary>
    public static IEnumerable<(string Action, string Code)> Failures(this Collected collected) =>
        collected.Evidence!.Records
            .Where(record => record is { IsLast: true, Error: not null })
            .Select(record => (record.Operation.Action, record.Error!.Code));

    /// <summary>A file that is derived from the pages, as text.</summary>
    public static string FileOf(this Collected collected, string name) => System.Text.Encoding.UTF8.GetString(
        AnswerDerivation.Derive(collected.Evidence!.Records, path => collected.Evidence.Pages[path])
            .Single(file => file.Name == name).Bytes.Span);
}
