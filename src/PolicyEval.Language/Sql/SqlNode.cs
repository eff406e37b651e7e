using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Language.Sql;

/// <summary>
/// An expression of SQL as a tree. Immutable. Names and literals are held as they are: the writer quotes them, so that
/// no text can break out of its place. What is made here is simplified where the result is the same for every row.
/// </summary>
public sealed class SqlNode
{
    private const long SizeMax = int.MaxValue;

    private SqlNode(
        SqlNodeKind kind, string text, ImmutableArray<SqlNode> operands, SqlType type = default,
        SqlFunction function = default)
    {
        Kind = kind;
        Text = text;
        Operands = operands;
        Type = type;
        Function = function;
        Size = Math.Min(SizeMax, 8 + text.Length + operands.Sum(operand => operand.Size));
    }

    /// <summary>TRUE.</summary>
    public static SqlNode True { get; } = new(SqlNodeKind.True, "", []);

    /// <summary>FALSE.</summary>
    public static SqlNode False { get; } = new(SqlNodeKind.False, "", []);

    /// <summary>The kind.</summary>
    public SqlNodeKind Kind { get; }

    /// <summary>The name, the literal or the operator; else empty.</summary>
    public string Text { get; }

    /// <summary>The nodes below, in the order of the text.</summary>
    public ImmutableArray<SqlNode> Operands { get; }

    /// <summary>The type of a conversion or of NULL.</summary>
    public SqlType Type { get; }

    /// <summary>The function of a call.</summary>
    public SqlFunction Function { get; }

    /// <summary>
    /// About how many characters it takes to write, at most 2^31: a node that stands in several places is written
    /// several times.
    /// </summary>
    public long Size { get; }

    /// <summary>Whether it is as cheap to read again as to read once.</summary>
    public bool IsAtom => Operands.IsEmpty;

    /// <summary>A column.</summary>
    public static SqlNode Column(string name) => new(SqlNodeKind.Column, name, []);

    /// <summary>A text, of which <see cref="SqlWriter.CanSay"/> must be true.</summary>
    public static SqlNode Literal(string text) => new(SqlNodeKind.Text, text, []);

    /// <summary>An integer of 64 bits.</summary>
    public static SqlNode Literal(long number) =>
        new(SqlNodeKind.Integer, number.ToString(CultureInfo.InvariantCulture), []);

    /// <summary>A place, a count, or a factor of what has 64 bits.</summary>
    public static SqlNode Index(int number) =>
        new(SqlNodeKind.Index, number.ToString(CultureInfo.InvariantCulture), []);

    /// <summary>TRUE or FALSE.</summary>
    public static SqlNode Literal(bool value) => value ? True : False;

    /// <summary>A day.</summary>
    public static SqlNode Literal(DateOnly day) =>
        new(SqlNodeKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), []);

    /// <summary>NULL.</summary>
    public static SqlNode Null(SqlType type) => new(SqlNodeKind.Null, "", [], type);

    /// <summary>An operator other than AND and OR.</summary>
    public static SqlNode Operation(string symbol, SqlNode left, SqlNode right) =>
        new(SqlNodeKind.Operation, symbol, [left, right]);

    /// <summary><c>left = right</c>.</summary>
    public static SqlNode Equal(SqlNode left, SqlNode right) => Operation("=", left, right);

    /// <summary>AND of any number of conditions.</summary>
    public static SqlNode And(params IEnumerable<SqlNode> conditions) => Chain("AND", conditions, True, False);

    /// <summary>OR of any number of conditions.</summary>
    public static SqlNode Or(params IEnumerable<SqlNode> conditions) => Chain("OR", conditions, False, True);

    /// <summary>NOT.</summary>
    public static SqlNode Not(SqlNode condition) => condition.Kind switch
    {
        SqlNodeKind.True => False,
        SqlNodeKind.False => True,
        SqlNodeKind.Not => condition.Operands[0],
        SqlNodeKind.IsNull => IsNotNull(condition.Operands[0]),
        SqlNodeKind.IsNotNull => IsNull(condition.Operands[0]),
        _ => new SqlNode(SqlNodeKind.Not, "", [condition]),
    };

    /// <summary>IS NULL.</summary>
    public static SqlNode IsNull(SqlNode node) =>
        IsLiteral(node) ? Literal(node.Kind == SqlNodeKind.Null) : new SqlNode(SqlNodeKind.IsNull, "", [node]);

    /// <summary>IS NOT NULL.</summary>
    public static SqlNode IsNotNull(SqlNode node) =>
        IsLiteral(node) ? Literal(node.Kind != SqlNodeKind.Null) : new SqlNode(SqlNodeKind.IsNotNull, "", [node]);

    /// <summary>CASE WHEN: the result of the first condition that is TRUE.</summary>
    /// <param name="branches">Conditions and results.</param>
    /// <param name="otherwise">The result where none is.</param>
    public static SqlNode Case(IEnumerable<(SqlNode When, SqlNode Then)> branches, SqlNode otherwise)
    {
        var operands = ImmutableArray.CreateBuilder<SqlNode>();
        foreach (var (when, then) in branches)
        {
            if (when.Kind == SqlNodeKind.True)
            {
                otherwise = then;
                break;
            }

            if (when.Kind is not (SqlNodeKind.False or SqlNodeKind.Null))
                operands.AddRange(when, then);
        }

        if (operands.Count == 0)
            return otherwise;
        operands.Add(otherwise);
        return new SqlNode(SqlNodeKind.Case, "", operands.ToImmutable());
    }

    /// <summary>
    /// One of three results by a condition, which is written once: where it is TRUE, where FALSE, where NULL.
    /// </summary>
    public static SqlNode Choose(SqlNode condition, SqlNode whenTrue, SqlNode whenFalse, SqlNode whenNull) =>
        condition.Kind switch
        {
            SqlNodeKind.True => whenTrue,
            SqlNodeKind.False => whenFalse,
            SqlNodeKind.Null => whenNull,
            _ when AreSame(whenTrue, whenFalse) && AreSame(whenFalse, whenNull) => whenNull,
            _ => new SqlNode(SqlNodeKind.Switch, "", [condition, True, whenTrue, False, whenFalse, whenNull]),
        };

    /// <summary>The result of the literal that a value equals.</summary>
    public static SqlNode Switch(
        SqlNode value, IEnumerable<(SqlNode When, SqlNode Then)> branches, SqlNode otherwise) =>
        new(SqlNodeKind.Switch, "", [value, .. branches.SelectMany(b => new[] { b.When, b.Then }), otherwise]);

    /// <summary>IN; FALSE or NULL for no literals.</summary>
    public static SqlNode In(SqlNode value, ImmutableArray<SqlNode> literals) => literals.IsEmpty
        ? Case([(IsNotNull(value), False)], Null(SqlType.Boolean))
        : new SqlNode(SqlNodeKind.In, "", [value, .. literals]);

    /// <summary>A call.</summary>
    public static SqlNode Call(SqlFunction function, params ImmutableArray<SqlNode> arguments) =>
        new(SqlNodeKind.Call, "", arguments, default, function);

    /// <summary>CAST.</summary>
    public static SqlNode Cast(SqlNode node, SqlType type) => new(SqlNodeKind.Cast, "", [node], type);

    /// <summary>TRY_CAST.</summary>
    public static SqlNode TryCast(SqlNode node, SqlType type) => new(SqlNodeKind.TryCast, "", [node], type);

    private static bool IsLiteral(SqlNode node) => node.IsAtom && node.Kind != SqlNodeKind.Column;

    private static bool AreSame(SqlNode left, SqlNode right) =>
        ReferenceEquals(left, right)
        || (left.IsAtom && right.IsAtom && (left.Kind, left.Text, left.Type) == (right.Kind, right.Text, right.Type));

    private static SqlNode Chain(string symbol, IEnumerable<SqlNode> conditions, SqlNode neutral, SqlNode decisive)
    {
        var terms = ImmutableArray.CreateBuilder<SqlNode>();
        foreach (var condition in conditions)
        {
            if (condition.Kind == decisive.Kind)
                return decisive;
            if (condition.Kind == SqlNodeKind.Operation && condition.Text == symbol)
                terms.AddRange(condition.Operands);
            else if (condition.Kind != neutral.Kind)
                terms.Add(condition);
        }

        return terms.Count switch
        {
            0 => neutral,
            1 => terms[0],
            _ => new SqlNode(SqlNodeKind.Operation, symbol, terms.ToImmutable()),
        };
    }
}
