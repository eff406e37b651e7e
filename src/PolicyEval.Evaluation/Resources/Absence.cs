using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources;

/// <summary>The clauses that say why a cell is missing: what <c>MissingEvidence.Why</c> holds.</summary>
internal static class Absence
{
    /// <summary>The file is outside the snapshot.</summary>
    public const string NotGiven = "not given";

    /// <summary>The report has no such column.</summary>
    public const string NoColumn = "no such column";

    /// <summary>The report has no row for root.</summary>
    public const string NoRootRow = "no row for the root user";

    /// <summary>The report has no row for a user whom the answers list.</summary>
    public const string NoRow = "no row for the user";

    /// <summary>The answer has no such property.</summary>
    public const string NoProperty = "no such property";

    /// <summary>The property stands there and holds nothing, where a value is required.</summary>
    public const string IsNull = "is null";

    /// <summary>The property holds another word than the statuses of AWS.</summary>
    public const string NotAStatus = "is none of Active, Inactive, Expired";

    /// <summary>The answer leaves a property out that says nothing then, where a value is required.</summary>
    public const string LeftOut = "is left out";

    /// <summary>The property holds something else than an integer.</summary>
    public const string NotAnInteger = "is not an integer";

    /// <summary>The property holds something else than a text.</summary>
    public const string NotAText = "is no text";

    /// <summary>The property holds something else than true or false.</summary>
    public const string NotAFlag = "is neither true nor false";

    /// <summary>The property holds something else than an instant.</summary>
    public const string NotADate = "is no date";

    /// <summary>The property holds something else than an object.</summary>
    public const string NotAnObject = "is no object";

    /// <summary>The property holds something else than a list.</summary>
    public const string NotAList = "is no list";

    /// <summary>The list holds something else than texts.</summary>
    public const string NotTexts = "is no list of texts";

    /// <summary>The list holds something else than tags.</summary>
    public const string NotTags = "is no list of tags, each key once";

    /// <summary>The property holds something else than an ARN.</summary>
    public const string NotAnArn = "is no ARN";

    /// <summary>The versions of a policy do not tell which one is in force.</summary>
    public const string NoVersionInForce = "does not have one default version";

    /// <summary>The user of a device cannot be told.</summary>
    public const string WithoutArn = "has no ARN";

    /// <summary>There is no password policy, so that it asks for nothing.</summary>
    public const string NoPasswordPolicy = "there is no password policy";

    /// <summary>The answer is one page of several.</summary>
    public const string Cut = "is cut: more pages follow";

    /// <summary>A date behind the instant at which ages are measured.</summary>
    public const string AfterAsOf = "lies after asOf";

    /// <summary>There is a value, and an expression says by <c>missing(…)</c> that it is not enough.</summary>
    public const string NotAllHere = "says that the evidence is not all here";

    /// <summary>The evidence has no time.</summary>
    public const string NoTime =
        "this evidence does not say when it was made, so no age can be measured: give --as-of, or the answer "
        + "with GeneratedTime";

    /// <summary>AWS refused.</summary>
    public static string Denied(Answer answer) =>
        answer.ErrorCode.Length == 0 ? "no usable answer" : $"AWS answered {answer.ErrorCode}";

    /// <summary>An answer that should hold a list or an object.</summary>
    public static string Of(Answer answer) => answer.Status == AnswerStatus.NotGiven ? NotGiven : Denied(answer);

    /// <summary>A list has nothing of a name.</summary>
    public static string NotListed(string what, string name) => $"has no {what} {name}";

    /// <summary>A list has something twice that can be there once.</summary>
    public static string ListedTwice(string what, string name) => $"has the {what} {name} twice";

    /// <summary>A record names another one that its list does not have.</summary>
    public static string NotJoined(string what, string name, string list) =>
        $"names the {what} {name}, which {list} lacks";

    /// <summary>An element of a list does not say what it belongs to.</summary>
    public static string WithoutKey(string property) => $"has an element without {property}";

    /// <summary>The list of users names some that the report has no row of.</summary>
    public static string UsersOnlyListed(int count, string file, JsonCell first) =>
        FormattableString.Invariant(
            $"no row of {count} listed users, {first.Text} at {file}:{first.Line}:{first.Column} first");

    /// <summary>The report has fewer rows of users than the account summary counts users.</summary>
    public static string UsersOnlyCounted(int rows, string file, JsonCell users) =>
        FormattableString.Invariant(
            $"{rows} rows of users, but {users.Field} = {users.Raw} at {file}:{users.Line}:{users.Column}");
}
