using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Sql;

/// <content>Calls of functions and of operators other than comparisons.</content>
internal sealed partial class SqlTranslator
{
    /// <summary>The seconds of the longest duration.</summary>
    private const long DurationSecondsMax = long.MaxValue / CelDuration.Second;

    private SqlValue OfCall(BoundCall node)
    {
        if (node.Overloads is not [var overload])
            return OfOther(node);
        return overload.Id switch
        {
            "add_int64" => OfSum(node, CelTypeKind.Int, "+"),
            "subtract_int64" => OfSum(node, CelTypeKind.Int, "-"),
            "add_duration_duration" => OfSum(node, CelTypeKind.Duration, "+"),
            "subtract_duration_duration" => OfSum(node, CelTypeKind.Duration, "-"),
            "subtract_timestamp_timestamp" => OfAge(Of(node.Arguments[0]), Of(node.Arguments[1])),
            "add_timestamp_duration" => OfMove(node, node.Arguments[0], node.Arguments[1], 1),
            "add_duration_timestamp" => OfMove(node, node.Arguments[1], node.Arguments[0], 1),
            "subtract_timestamp_duration" => OfMove(node, node.Arguments[0], node.Arguments[1], -1),
            "add_string" => OfConcatenation(Of(node.Arguments[0]), Of(node.Arguments[1])),
            "size_string" or "string_size" => OfSize(Of(node.Arguments[0])),
            "starts_with_string" or "ends_with_string" or "contains_string" => OfPart(node, overload.Id),
            "in_list" => OfMembership(node),
            _ => OfOther(node),
        };
    }

    /// <summary>What SQL has no function for, unless an argument has a fault of its own, which says more.</summary>
    private SqlValue OfOther(BoundCall node)
    {
        foreach (var argument in node.Arguments)
            Of(argument);
        return Fault(node, $"calls {node.Function.Name}");
    }

    /// <summary>A sum or a difference: through 38 digits where 64 bits may be too few.</summary>
    private SqlValue OfSum(BoundCall node, CelTypeKind type, string symbol)
    {
        var (left, right) = (Of(node.Arguments[0]), Of(node.Arguments[1]));
        var magnitude = (Int128)left.Magnitude + right.Magnitude;
        var mayOverflow = magnitude >= long.MaxValue;
        var value = mayOverflow ? WideSum(left.Value, right.Value, symbol)
            : SqlNode.Operation(symbol, left.Value, right.Value);
        return Strict([left, right], type, value, mayOverflow) with
        {
            Magnitude = mayOverflow ? long.MaxValue : (long)magnitude,
        };
    }

    // The range is asked for in words: where a conversion is compared with a constant, DuckDB compares what is
    // converted instead, and forgets that it may fail.
    private static SqlNode WideSum(SqlNode left, SqlNode right, string symbol)
    {
        var sum = SqlNode.Operation(
            symbol, SqlNode.Cast(left, SqlType.Decimal), SqlNode.Cast(right, SqlType.Decimal));
        return SqlNode.Case(
            [(IsBetween(sum, long.MinValue, long.MaxValue), SqlNode.TryCast(sum, SqlType.Bigint))],
            SqlNode.Null(SqlType.Bigint));
    }

    /// <summary>The time between two instants, which may be longer than a duration can be.</summary>
    private static SqlValue OfAge(SqlValue left, SqlValue right)
    {
        var seconds = SqlNode.Operation("-", left.Value, right.Value);
        var value = SqlNode.Case(
            [(IsBetween(seconds, -DurationSecondsMax, DurationSecondsMax),
                SqlNode.Operation("*", seconds, SqlNode.Literal(CelDuration.Second)))],
            SqlNode.Null(SqlType.Bigint));
        return Strict([left, right], CelTypeKind.Duration, value, mayFail: true);
    }

    /// <summary>An instant that is moved by a constant number of seconds.</summary>
    private SqlValue OfMove(BoundCall node, BoundExpression time, BoundExpression by, int sign)
    {
        if (by is not BoundConstant { Value: { Kind: CelKind.Duration } duration }
            || duration.AsDuration.Nanoseconds % CelDuration.Second != 0)
            return Fault(node, "moves an instant by what is no constant number of seconds");
        var operand = Of(time);
        var moved = SqlNode.Operation(
            "+", operand.Value, SqlNode.Literal(sign * (duration.AsDuration.Nanoseconds / CelDuration.Second)));
        var value = SqlNode.Case(
            [(IsBetween(moved, CelTimestamp.MinSeconds, CelTimestamp.MaxSeconds), moved)],
            SqlNode.Null(SqlType.Bigint));
        return Strict([operand], CelTypeKind.Timestamp, value, mayFail: true);
    }

    private static SqlNode IsBetween(SqlNode value, long least, long most) => SqlNode.And(
        SqlNode.Operation(">=", value, SqlNode.Literal(least)),
        SqlNode.Operation("<=", value, SqlNode.Literal(most)));

    private static SqlValue OfConcatenation(SqlValue left, SqlValue right) =>
        Strict([left, right], CelTypeKind.String, SqlNode.Operation("||", left.Value, right.Value));

    private static SqlValue OfSize(SqlValue text) =>
        Strict([text], CelTypeKind.Int, SqlNode.Call(SqlFunction.Length, text.Value)) with { Magnitude = int.MaxValue };

    /// <summary>Whether a constant text stands in a text: at its begin, at its end, or anywhere.</summary>
    private SqlValue OfPart(BoundCall node, string id)
    {
        var text = Of(node.Arguments[0]);
        if (node.Arguments[1] is not BoundConstant { Value: { Kind: CelKind.String } constant }
            || !SqlWriter.CanSay(constant.AsString))
            return Fault(node, $"calls {node.Function.Name} with what is no constant text");
        var part = constant.AsString;
        var length = part.EnumerateRunes().Count();
        var literal = SqlNode.Literal(part);
        var value = id switch
        {
            // Every text has the empty one at every place.
            _ when length == 0 => SqlNode.Case(
                [(SqlNode.IsNotNull(text.Value), SqlNode.True)], SqlNode.Null(SqlType.Boolean)),
            "starts_with_string" => SqlNode.Equal(
                SqlNode.Call(SqlFunction.Substr, text.Value, SqlNode.Index(1), SqlNode.Index(length)), literal),
            "ends_with_string" => EndsWith(text.Value, literal, length),
            _ => SqlNode.Operation(">", SqlNode.Call(SqlFunction.Strpos, text.Value, literal), SqlNode.Index(0)),
        };
        return Strict([text], CelTypeKind.Bool, value);
    }

    // A text that is shorter than its end would be asked for characters before its first one.
    private static SqlNode EndsWith(SqlNode text, SqlNode end, int length)
    {
        var size = SqlNode.Call(SqlFunction.Length, text);
        var first = SqlNode.Operation("-", size, SqlNode.Index(length - 1));
        return SqlNode.Case(
            [
                (SqlNode.Operation("<", size, SqlNode.Index(length)), SqlNode.False),
                (SqlNode.IsNotNull(text), SqlNode.Equal(SqlNode.Call(SqlFunction.Substr, text, first), end)),
            ],
            SqlNode.Null(SqlType.Boolean));
    }

    private SqlValue OfMembership(BoundCall node)
    {
        var element = Of(node.Arguments[0]);
        if (node.Arguments[1] is not BoundConstant { Value: { Kind: CelKind.List } constant })
            return Fault(node, "asks for an element of what is no constant list");
        var literals = ImmutableArray.CreateBuilder<SqlNode>();
        var hasNull = false;
        for (var i = 0; i < constant.AsList.Count; i++)
        {
            var member = OfConstant(new BoundConstant(node.Arguments[1].Span, CelType.Dyn, constant.AsList[i]));
            hasNull |= member.Type == CelTypeKind.Null;
            if (member.Type == element.Type && element.Type != CelTypeKind.Null)
                literals.Add(member.Value);
            else if (member.Type != CelTypeKind.Null)
                return Fault(node, "asks for an element in a list of another type");
        }

        var value = SqlNode.Case(
            [
                (SqlNode.IsNotNull(element.Value), SqlNode.In(element.Value, literals.ToImmutable())),
                (element.IsNull, SqlNode.Literal(hasNull)),
            ],
            SqlNode.Null(SqlType.Boolean));
        return Strict([element], CelTypeKind.Bool, value, takesNull: true);
    }
}
