using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Sql;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Queries;

/// <summary>What tells the instant at which ages are measured. Immutable.</summary>
/// <param name="Value">The instant as expressions see it.</param>
/// <param name="Text">The instant as the rows of the result have it.</param>
/// <param name="Column">The column of the table that tells it, or null.</param>
internal sealed record InstantSource(SqlValue Value, SqlNode Text, string? Column)
{
    private static readonly SqlNode End = SqlNode.Literal(CelTimestamp.MaxSeconds);

    /// <summary>
    /// The latest instant that a date of the evidence can have; the end of time where nothing tells it.
    /// </summary>
    public SqlNode LastSecond => Column is not null
        ? SqlNode.Call(SqlFunction.Coalesce, Value.Value, End)
        : Value.MayBeUnknown ? End : Value.Value;

    /// <summary>Nothing tells it.</summary>
    public static InstantSource None { get; } =
        new(SqlValue.Unknown(CelTypeKind.Timestamp), SqlNode.Null(SqlType.Varchar), null);

    /// <summary>One instant for all rows.</summary>
    public static InstantSource At(DateTimeOffset time) => new(
        new SqlValue(CelTypeKind.Timestamp, SqlNode.Literal(Instants.ToCel(time).Seconds)),
        SqlNode.Literal(Instants.ToText(time)),
        null);

    /// <summary>A column tells it for each row.</summary>
    public static InstantSource In(string column) => new(
        new SqlValue(CelTypeKind.Timestamp, SqlNode.Column(QueryColumns.AsOfSecond)) { MayBeUnknown = true },
        SqlNode.Cast(SqlNode.Column(column), SqlType.Varchar),
        column);
}
