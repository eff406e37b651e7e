using System.Collections.Immutable;
using System.Text;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// Reads what a client needs from one raw body: whether it is an answer of the operation, and what the next request
/// depends on. A body that is something else is an error, never an exception.
/// </summary>
public static class PageReader
{
    /// <summary>Reads a body as an answer of an operation.</summary>
    public static Page Read(ApiOperation operation, ReadOnlyMemory<byte> body) =>
        Read(operation, PageBody.Open(operation, body));

    internal static Page Read(ApiOperation operation, PageBody opened) =>
        opened.Answer is { } answer
            ? ReadAnswer(operation, answer, opened.RequestId)
            : new Page { Error = opened.Error, RequestId = opened.RequestId };

    private static Page ReadAnswer(ApiOperation operation, AnswerItem answer, string requestId)
    {
        var page = new Page { RequestId = requestId };
        if (!TryNext(operation, answer, out var next))
            return Bad(page, "IsTruncated is true, but there is no Marker.");
        page = page with { Next = next };
        if (operation == ApiOperations.ListUsers)
            return ReadUsers(page, answer);
        if (operation == ApiOperations.GetCallerIdentity)
            return ReadCaller(page, answer);
        if (operation == ApiOperations.GenerateCredentialReport)
            return page with { State = answer.TextOf("State"), Description = answer.TextOf("Description") };
        if (operation == ApiOperations.GetCredentialReport)
            return ReadReport(page, answer);
        return operation == ApiOperations.ListAccounts ? ReadAccounts(page, answer) : page;
    }

    /// <summary>The marker of the next page; false where there must be one and is none.</summary>
    private static bool TryNext(ApiOperation operation, AnswerItem answer, out string? next)
    {
        var marker = operation.Paging switch
        {
            Paging.Marker => answer.TextOf("Marker"),
            Paging.NextToken => answer.TextOf("NextToken"),
            _ => "",
        };
        var truncated = operation.Paging == Paging.Marker && answer.TextOf("IsTruncated") == "true";
        next = truncated || operation.Paging == Paging.NextToken ? marker : "";
        next = next.Length > 0 ? next : null;
        return !truncated || next is not null;
    }

    private static Page ReadUsers(Page page, AnswerItem answer)
    {
        var names = answer.Find("Users")!.Items.Select(user => user.TextOf("UserName")).ToImmutableArray();
        return names.Contains("") ? Bad(page, "A user has no UserName.") : page with { UserNames = names };
    }

    private static Page ReadCaller(Page page, AnswerItem answer)
    {
        var caller = new SnapshotCaller(answer.TextOf("Arn"), answer.TextOf("UserId"), answer.TextOf("Account"));
        return caller.Account.Length == 0 || caller.Arn.Length == 0
            ? Bad(page, "The answer names no Account or no Arn.")
            : page with { Caller = caller };
    }

    private static Page ReadReport(Page page, AnswerItem answer)
    {
        if (ReportOf(answer) is not { } report)
            return Bad(page, "Content is not base64.");
        var known = IsoInstant.TryParse(Encoding.UTF8.GetBytes(answer.TextOf("GeneratedTime")), out var time);
        return page with { Report = report, GeneratedTime = known ? time : null };
    }

    /// <summary>The credential report that an answer holds, decoded; null where it is no base64.</summary>
    internal static byte[]? ReportOf(AnswerItem answer)
    {
        try
        {
            return Convert.FromBase64String(answer.TextOf("Content"));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Page ReadAccounts(Page page, AnswerItem answer)
    {
        var accounts = answer.Find("Accounts")!.Items
            .Select(item => new OrganizationAccount(
                item.TextOf("Id"), item.TextOf("Arn"), item.TextOf("Name"), StatusOf(item)))
            .ToImmutableArray();
        return accounts.Any(account => account.Id.Length == 0)
            ? Bad(page, "An account has no Id.")
            : page with { Accounts = accounts };
    }

    // AWS put State in the place of Status, which it retires; an emulator may know only the old one.
    private static string StatusOf(AnswerItem account) =>
        account.TextOf("State") is { Length: > 0 } state ? state : account.TextOf("Status");

    private static Page Bad(Page page, string message) =>
        new() { RequestId = page.RequestId, Error = new CallError(CallErrors.BadResponse, message) };
}
