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

    /// <summary>The answer has no such property.</summary>
    public const string NoProperty = "no such property";

    /// <summary>The property holds something else than an integer.</summary>
    public const string NotAnInteger = "is not an integer";

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

    /// <summary>The list of users names some that the report has no row of.</summary>
    public static string UsersOnlyListed(int count, string file, JsonCell first) =>
        FormattableString.Invariant(
            $"no row of {count} listed users, {first.Text} at {file}:{first.Line}:{first.Column} first");

    /// <summary>The report has fewer rows of users than the account summary counts users.</summary>
    public static string UsersOnlyCounted(int rows, string file, JsonCell users) =>
        FormattableString.Invariant(
            $"{rows} rows of users, but {users.Field} = {users.Raw} at {file}:{users.Line}:{users.Column}");
}
