using PolicyEval.Language.Sql;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// Instants in SQL: text in the extended format of ISO 8601 to seconds since 1970, as cells of a report are read. No
/// conversion can fail on text that is none.
/// </summary>
internal static class InstantSql
{
    private const int TextMax = 64;

    private const string Pattern =
        @"\A[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}[Tt]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?"
        + @"([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])\z";

    private const string DatePattern = @"\A[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}\z";

    // As AWS writes it behind the seconds: nearly every date is told from others without another pattern.
    private static readonly SqlNode[] Utc = [SqlNode.Literal("Z"), SqlNode.Literal("+00:00")];

    private static readonly SqlNode None = SqlNode.Null(SqlType.Bigint);

    /// <summary>
    /// The seconds of a text, a fraction cut; NULL for what is no instant. They may lie outside of years 1 to 9999: see
    /// <see cref="InRange"/>.
    /// </summary>
    public static SqlNode Read(SqlNode text) => SqlNode.Case([(IsInstant(text), SecondsOf(text))], None);

    /// <summary>The same; a date means 00:00:00 UTC of that day.</summary>
    public static SqlNode ReadWithDates(SqlNode text) => SqlNode.Case(
        [(IsInstant(text), SecondsOf(text)), (Like(text, DatePattern), Product(DaysOf(text), 86_400))], None);

    /// <summary>The seconds where they lie in years 1 to 9999 and not after the last one; else NULL.</summary>
    public static SqlNode InRange(SqlNode seconds, SqlNode last) => SqlNode.Case(
        [
            (SqlNode.And(
                SqlNode.Operation(">=", seconds, SqlNode.Literal(CelTimestamp.MinSeconds)),
                SqlNode.Operation("<=", seconds, last)), seconds),
        ],
        None);

    private static SqlNode IsInstant(SqlNode text) => SqlNode.And(
        SqlNode.Operation("<=", SqlNode.Call(SqlFunction.Length, text), SqlNode.Index(TextMax)),
        Like(text, Pattern));

    // Where the pattern matched, every character before the fraction has its place.
    private static SqlNode SecondsOf(SqlNode text)
    {
        var hasSeconds = SqlNode.Equal(Part(text, 17, 1), SqlNode.Literal(":"));
        var seconds = SqlNode.Case([(hasSeconds, Number(Part(text, 18, 2)))], SqlNode.Index(0));
        SqlNode[] terms =
        [
            Product(DaysOf(text), 86_400), Product(Number(Part(text, 12, 2)), 3600),
            Product(Number(Part(text, 15, 2)), 60), seconds, OffsetOf(text),
        ];
        return terms.Aggregate((sum, term) => SqlNode.Operation("+", sum, term));
    }

    /// <summary>The seconds to add for an offset: west of Greenwich it is later in UTC.</summary>
    private static SqlNode OffsetOf(SqlNode text)
    {
        var sign = SqlNode.Switch(
            Group(text, @"([+-])[0-9]{2}:?[0-9]{2}\z"),
            [(SqlNode.Literal("-"), SqlNode.Index(60))],
            SqlNode.Index(-60));
        var minutes = SqlNode.Operation(
            "+", Product(Number(Group(text, @"[+-]([0-9]{2}):?[0-9]{2}\z")), 60),
            Number(Group(text, @"[+-][0-9]{2}:?([0-9]{2})\z")));
        return SqlNode.Case(
            [
                (SqlNode.In(SqlNode.Call(SqlFunction.Substr, text, SqlNode.Index(20)), [.. Utc]), SqlNode.Index(0)),
                (Like(text, @"[Zz]\z"), SqlNode.Index(0)),
            ],
            SqlNode.Operation("*", sign, minutes));
    }

    private static SqlNode DaysOf(SqlNode text) => SqlNode.Call(
        SqlFunction.DateDiff, SqlNode.Literal("day"), SqlNode.Literal(new DateOnly(1970, 1, 1)),
        SqlNode.TryCast(Part(text, 1, 10), SqlType.Date));

    private static SqlNode Product(SqlNode number, int factor) =>
        SqlNode.Operation("*", number, SqlNode.Index(factor));

    private static SqlNode Number(SqlNode digits) => SqlNode.TryCast(digits, SqlType.Bigint);

    private static SqlNode Part(SqlNode text, int first, int length) =>
        SqlNode.Call(SqlFunction.Substr, text, SqlNode.Index(first), SqlNode.Index(length));

    private static SqlNode Group(SqlNode text, string pattern) =>
        SqlNode.Call(SqlFunction.RegexpExtract, text, SqlNode.Literal(pattern), SqlNode.Index(1));

    private static SqlNode Like(SqlNode text, string pattern) =>
        SqlNode.Call(SqlFunction.RegexpLike, text, SqlNode.Literal(pattern));
}
