using PolicyEval.Language.Sql;

namespace PolicyEval.Evaluation.Queries;

/// <summary>Gives values names, so that what is read often is written once.</summary>
internal static class Columns
{
    /// <summary>The value as columns of a step.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of its column.</param>
    /// <param name="add">Takes each column.</param>
    public static SqlValue Keep(SqlValue value, string name, Action<SqlColumn> add) => value with
    {
        Value = Keep(value.Value, name, add),
        IsNull = Keep(value.IsNull, name + "_null", add),
        IsError = Keep(value.IsError, name + "_error", add),
    };

    private static SqlNode Keep(SqlNode node, string name, Action<SqlColumn> add)
    {
        if (node.IsAtom)
            return node;
        add(new SqlColumn(name, node));
        return SqlNode.Column(name);
    }
}
