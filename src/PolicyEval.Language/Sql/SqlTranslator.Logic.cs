using PolicyEval.Language.Binding;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Sql;

/// <content>
/// Logic and comparisons. SQL's AND, OR and NOT over TRUE, FALSE and NULL are CEL's over true, false and unknown; what
/// tells an error from an unknown is computed beside them.
/// </content>
internal sealed partial class SqlTranslator
{
    /// <summary>
    /// What a strict operation gives: an unknown where an operand is one, else an error where there is no value.
    /// </summary>
    /// <param name="operands">The operands.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="value">The result, NULL where an operand has no value or the operation fails.</param>
    /// <param name="mayFail">Whether it may fail on values.</param>
    /// <param name="takesNull">Whether it has a result for null.</param>
    private static SqlValue Strict(
        ReadOnlySpan<SqlValue> operands, CelTypeKind type, SqlNode value, bool mayFail = false, bool takesNull = false)
    {
        var (mayBeUnknown, decided) = (false, new List<SqlNode>());
        foreach (var operand in operands)
        {
            mayBeUnknown |= operand.MayBeUnknown;
            mayFail |= operand.MayBeError || (operand.MayBeNull && !takesNull);
            decided.Add(operand.IsDecided);
        }

        return new SqlValue(type, value)
        {
            IsError = mayFail ? SqlNode.And(decided) : SqlNode.False,
            MayBeUnknown = mayBeUnknown,
        };
    }

    private static SqlValue OfNot(SqlValue operand) =>
        Strict([operand], CelTypeKind.Bool, SqlNode.Not(operand.Value));

    private SqlValue OfLogical(BoundLogical node)
    {
        var terms = node.Terms.Select(Of).ToArray();
        var values = terms.Select(term => term.Value);
        return Strict(terms, CelTypeKind.Bool, node.IsAnd ? SqlNode.And(values) : SqlNode.Or(values));
    }

    private SqlValue OfConditional(BoundConditional node)
    {
        var (condition, whenTrue, whenFalse) = (Of(node.Condition), Of(node.WhenTrue), Of(node.WhenFalse));
        if (KindOf(node.Type) is not { } type)
            return Fault(node, $"chooses between values of type {node.Type}");
        var none = SqlNode.Null(SqlValue.TypeOf(type));
        return new SqlValue(
            type, SqlNode.Choose(condition.Value, ValueAs(whenTrue, none), ValueAs(whenFalse, none), none))
        {
            IsNull = SqlNode.Choose(condition.Value, whenTrue.IsNull, whenFalse.IsNull, SqlNode.False),
            IsError = SqlNode.Choose(
                condition.Value, whenTrue.IsError, whenFalse.IsError, SqlNode.Or(condition.IsNull, condition.IsError)),
            MayBeUnknown = condition.MayBeUnknown || whenTrue.MayBeUnknown || whenFalse.MayBeUnknown,
            Magnitude = Math.Max(whenTrue.Magnitude, whenFalse.Magnitude),
        };

        static SqlNode ValueAs(SqlValue value, SqlNode none) => value.Type == CelTypeKind.Null ? none : value.Value;
    }

    private SqlValue OfEquality(BoundEquality node)
    {
        var (left, right) = (Of(node.Left), Of(node.Right));
        var areAlike = left.Type == right.Type || left.Type == CelTypeKind.Null || right.Type == CelTypeKind.Null;
        if (_fault is null && !areAlike)
            return Fault(node, "compares values of different types");
        var equal = left.MayBeNull || right.MayBeNull
            ? EqualOrNull(left, right)
            : SqlNode.Equal(left.Value, right.Value);
        return Strict(
            [left, right], CelTypeKind.Bool, node.IsNegated ? SqlNode.Not(equal) : equal, takesNull: true);
    }

    /// <summary>Whether two values are equal of which one may be null: that equals null and nothing else.</summary>
    private static SqlNode EqualOrNull(SqlValue left, SqlValue right)
    {
        var (leftIsThere, rightIsThere) = (SqlNode.IsNotNull(left.Value), SqlNode.IsNotNull(right.Value));
        return SqlNode.Case(
            [
                (SqlNode.And(leftIsThere, rightIsThere), SqlNode.Equal(left.Value, right.Value)),
                (SqlNode.And(leftIsThere, right.IsNull), SqlNode.False),
                (SqlNode.And(left.IsNull, rightIsThere), SqlNode.False),
                (SqlNode.And(left.IsNull, right.IsNull), SqlNode.True),
            ],
            SqlNode.Null(SqlType.Boolean));
    }

    private SqlValue OfComparison(BoundComparison node)
    {
        var (left, right) = (Of(node.Left), Of(node.Right));
        if (_fault is null && left.Type != right.Type)
            return Fault(node, "compares values of different types");
        var symbol = node.Operator switch
        {
            ComparisonOperator.Less => "<",
            ComparisonOperator.LessOrEqual => "<=",
            ComparisonOperator.Greater => ">",
            _ => ">=",
        };
        return Strict([left, right], CelTypeKind.Bool, SqlNode.Operation(symbol, left.Value, right.Value));
    }
}
