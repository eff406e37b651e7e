using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What an error code means for the evidence. Source: the Errors sections of the API references.</summary>
public static class CallErrors
{
    /// <summary>The collector's own: what came is not what the operation answers.</summary>
    public const string BadResponse = "BadResponse";

    /// <summary>The collector's own: it was not called, because it needs another call that failed.</summary>
    public const string NotCalled = "NotCalled";

    /// <summary>The collector's own: the last page says that more follow, and none was fetched.</summary>
    public const string MissingPages = "MissingPages";

    /// <summary>The collector's own: GenerateCredentialReport did not finish in time.</summary>
    public const string ReportNotReady = "ReportNotReady";

    /// <summary>The collector's own: a page names a marker that was already followed.</summary>
    public const string RepeatedMarker = "RepeatedMarker";

    /// <summary>The collector's own: a list goes on beyond what any account can hold.</summary>
    public const string TooManyPages = "TooManyPages";

    /// <summary>
    /// The collector's own: AWS gave a credential report that cannot be read, which is kept as it came.
    /// </summary>
    public const string UnusableReport = "UnusableReport";

    private const string NoSuchEntity = "NoSuchEntity";

    /// <summary>
    /// Whether the code says that there is no such thing, which is evidence too: an account without a password policy.
    /// </summary>
    public static bool IsAbsent(ApiOperation operation, string code) =>
        operation == ApiOperations.GetAccountPasswordPolicy && NameOf(code) == NoSuchEntity;

    /// <summary>
    /// Whether the code says that the user was deleted after ListUsers had named it: nothing is missing then.
    /// </summary>
    public static bool IsUserGone(ApiOperation operation, string code) =>
        operation.Scope == CallScope.User && NameOf(code) == NoSuchEntity;

    /// <summary>
    /// Whether the code says that the question is not this account's to ask: an organisation's question outside its
    /// management account, without an organisation, or without trusted access for IAM.
    /// </summary>
    public static bool IsNotApplicable(ApiOperation operation, string code) =>
        operation == ApiOperations.ListOrganizationsFeatures
        && NameOf(code) is "AccountNotManagementOrDelegatedAdministrator" or "OrganizationNotFound"
            or "OrganizationNotInAllFeaturesMode" or "ServiceAccessNotEnabled";

    /// <summary>Whether the code says that the caller lacks a permission.</summary>
    public static bool IsDenied(string code) =>
        NameOf(code) is "AccessDenied" or "UnauthorizedOperation" or "NotAuthorized" or "AuthorizationError";

    /// <summary>
    /// The permission that the caller lacks, such as <c>iam:ListUsers</c>; empty for a code that says something else.
    /// </summary>
    public static string MissingPermission(ApiOperation operation, string code) =>
        IsDenied(code) ? operation.Permission : "";

    /// <summary>A code or message on one line, without control characters, at most 2,000 characters.</summary>
    internal static string OneLine(string text)
    {
        const int limit = 2000;
        var line = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, limit)))
        {
            if (!char.IsControl(letter) && letter is not ('\u2028' or '\u2029'))
                line.Append(letter);
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().Trim();
    }

    /// <summary>The Query protocol writes some codes without the ending that the API references give them.</summary>
    private static string NameOf(string code) =>
        code.EndsWith("Exception", StringComparison.Ordinal) ? code[..^"Exception".Length] : code;
}
