using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicyEval.Language.Sql;

/// <summary>
/// Writes SQL. Every name stands in quotes and every text in apostrophes, with those inside doubled, whatever it holds.
/// </summary>
public sealed class SqlWriter
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u0085\u2028\u2029\v\f");

    private static readonly string Least = long.MinValue.ToString(CultureInfo.InvariantCulture);

    private readonly StringBuilder _text = new();
    private readonly SqlDialect _dialect;

    internal SqlWriter(SqlDialect dialect) => _dialect = dialect;

    /// <summary>Whether a text can be a literal or a name: well-formed, and without the character U+0000.</summary>
    public static bool CanSay(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i)))
                return false;
            if (char.IsSurrogate(text[i]))
                i++;
        }

        return true;
    }

    internal string Write(SqlStatement statement)
    {
        foreach (var comment in statement.Comments)
            _text.Append("-- ").Append(OneLine(comment)).Append('\n');
        for (var i = 0; i < statement.Stages.Length; i++)
        {
            _text.Append(i == 0 ? "WITH " : ",\n").Append(Quoted(statement.Stages[i].Name)).Append(" AS (\n");
            Write(statement.Stages[i]);
            _text.Append(')');
        }

        if (statement.Stages.Length > 0)
            _text.Append('\n');
        Write(statement.Result, "");
        return _text.ToString();
    }

    // A number that 32 bits hold would be one of 32 bits, and the least of 64 bits has no positive counterpart.
    private static string OfBigint(string digits) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"CAST({digits} AS BIGINT)"
            : digits == Least ? $"CAST('{digits}' AS BIGINT)" : digits;

    // A comment ends where its line ends.
    private static string OneLine(string comment) =>
        string.Concat(comment.Select(c => char.IsControl(c) || LineEnds.Contains(c) ? ' ' : c));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Quoted(SqlName name) => string.Join('.', name.Parts.Select(Quoted));

    private void Write(SqlStage stage)
    {
        for (var i = 0; i < stage.Parts.Length; i++)
        {
            if (i > 0)
                _text.Append("  UNION ALL\n");
            Write(stage.Parts[i], "  ");
        }
    }

    private void Write(SqlSelect select, string indent)
    {
        _text.Append(indent).Append("SELECT\n");
        if (select.KeepsAll)
            _text.Append(indent).Append("  *").Append(select.Columns.IsEmpty ? "\n" : ",\n");
        for (var i = 0; i < select.Columns.Length; i++)
        {
            _text.Append(indent).Append("  ");
            Write(select.Columns[i].Value);
            _text.Append(" AS ").Append(Quoted(select.Columns[i].Name));
            _text.Append(i < select.Columns.Length - 1 ? ",\n" : "\n");
        }

        if (!select.From.IsEmpty)
            _text.Append(indent).Append("FROM ").AppendJoin(" CROSS JOIN ", select.From.Select(Quoted)).Append('\n');
        if (select.Where is { } where)
        {
            _text.Append(indent).Append("WHERE ");
            Write(where);
            _text.Append('\n');
        }

        if (!select.GroupBy.IsEmpty)
            _text.Append(indent).Append("GROUP BY ").AppendJoin(", ", select.GroupBy.Select(Quoted)).Append('\n');
    }

    private void Write(SqlNode node)
    {
        switch (node.Kind)
        {
            case SqlNodeKind.Column:
                _text.Append(Quoted(node.Text));
                break;
            case SqlNodeKind.Text:
                _text.Append('\'').Append(node.Text.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                break;
            case SqlNodeKind.Integer:
                _text.Append(OfBigint(node.Text));
                break;
            case SqlNodeKind.Index:
                _text.Append(node.Text);
                break;
            case SqlNodeKind.Date:
                _text.Append("DATE '").Append(node.Text).Append('\'');
                break;
            case SqlNodeKind.True or SqlNodeKind.False:
                _text.Append(node.Kind == SqlNodeKind.True ? "TRUE" : "FALSE");
                break;
            case SqlNodeKind.Null:
                _text.Append("CAST(NULL AS ").Append(NameOf(node.Type)).Append(')');
                break;
            case SqlNodeKind.Operation:
                WriteAll(node.Operands.AsSpan(), $" {node.Text} ");
                break;
            case SqlNodeKind.Not:
                _text.Append("NOT ");
                WriteOperand(node.Operands[0]);
                break;
            case SqlNodeKind.IsNull or SqlNodeKind.IsNotNull:
                WriteOperand(node.Operands[0]);
                _text.Append(node.Kind == SqlNodeKind.IsNull ? " IS NULL" : " IS NOT NULL");
                break;
            case SqlNodeKind.Case or SqlNodeKind.Switch:
                WriteCase(node);
                break;
            case SqlNodeKind.In:
                WriteOperand(node.Operands[0]);
                WriteList(" IN (", node, 1);
                break;
            case SqlNodeKind.Call:
                WriteList($"{_dialect.NameOf(node.Function)}(", node, 0);
                break;
            case SqlNodeKind.Cast or SqlNodeKind.TryCast:
                _text.Append(node.Kind == SqlNodeKind.Cast ? "CAST(" : "TRY_CAST(");
                Write(node.Operands[0]);
                _text.Append(" AS ").Append(NameOf(node.Type)).Append(')');
                break;
            default:
                throw new UnreachableException(node.Kind.ToString());
        }
    }

    private void WriteAll(ReadOnlySpan<SqlNode> operands, string between)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            _text.Append(i == 0 ? "" : between);
            WriteOperand(operands[i]);
        }
    }

    private void WriteList(string before, SqlNode node, int first)
    {
        _text.Append(before);
        for (var i = first; i < node.Operands.Length; i++)
        {
            _text.Append(i == first ? "" : ", ");
            Write(node.Operands[i]);
        }

        _text.Append(')');
    }

    private void WriteCase(SqlNode node)
    {
        var at = 0;
        _text.Append("CASE");
        if (node.Kind == SqlNodeKind.Switch)
        {
            _text.Append(' ');
            WriteOperand(node.Operands[at++]);
        }

        for (; at < node.Operands.Length - 1; at += 2)
        {
            _text.Append(" WHEN ");
            Write(node.Operands[at]);
            _text.Append(" THEN ");
            Write(node.Operands[at + 1]);
        }

        _text.Append(" ELSE ");
        Write(node.Operands[at]);
        _text.Append(" END");
    }

    private void WriteOperand(SqlNode node)
    {
        var isWhole = node.Kind is not (SqlNodeKind.Operation or SqlNodeKind.Not or SqlNodeKind.IsNull
            or SqlNodeKind.IsNotNull or SqlNodeKind.In);
        _text.Append(isWhole ? "" : "(");
        Write(node);
        _text.Append(isWhole ? "" : ")");
    }

    private static string NameOf(SqlType type) => type switch
    {
        SqlType.Varchar => "VARCHAR",
        SqlType.Bigint => "BIGINT",
        SqlType.Boolean => "BOOLEAN",
        SqlType.Date => "DATE",
        SqlType.Decimal => "DECIMAL(38, 0)",
        _ => throw new UnreachableException(type.ToString()),
    };
}
