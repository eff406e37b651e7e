using PolicyEval.Language.Sql;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// The cells that a statement reads, typed as the rows of a report are: tokens are exact, only booleans have any case,
/// what is not known of a cell is NULL.
/// </summary>
/// <param name="lastSecond">
/// The latest instant that a date of the evidence can have: a later one is no evidence.
/// </param>
internal sealed class CellSql(SqlNode lastSecond)
{
    private static readonly SqlNode[] NullTokens = [SqlNode.Literal("N/A"), SqlNode.Literal("no_information")];

    private readonly SortedDictionary<int, CredentialReportColumn> _used = [];
    private readonly SortedDictionary<int, CredentialReportColumn> _typed = [];

    /// <summary>The columns that are read, in their order.</summary>
    public IEnumerable<CredentialReportColumn> Used => _used.Values;

    /// <summary>Reads what another one reads too.</summary>
    public void Take(CellSql other)
    {
        foreach (var (ordinal, column) in other._used)
            _used[ordinal] = column;
        foreach (var (ordinal, column) in other._typed)
            _typed[ordinal] = column;
    }

    /// <summary>The raw text of a cell; unknown where there is none.</summary>
    public SqlValue Token(CredentialReportColumn column)
    {
        _used[column.Ordinal] = column;
        return new SqlValue(CelTypeKind.String, SqlNode.Column(column.Name)) { MayBeUnknown = true };
    }

    /// <summary>What a cell says.</summary>
    public SqlValue Value(CredentialReportColumn column)
    {
        if (column.Kind == ColumnKind.Name)
            return Token(column);
        _used[column.Ordinal] = column;
        _typed[column.Ordinal] = column;
        var value = SqlNode.Column(QueryColumns.ValueOf(column.Name));
        return column.Kind == ColumnKind.Bool
            ? new SqlValue(CelTypeKind.Bool, value) { MayBeUnknown = true }
            : new SqlValue(column.Kind == ColumnKind.Text ? CelTypeKind.String : CelTypeKind.Timestamp, value)
            {
                IsNull = SqlNode.Column(QueryColumns.NullOf(column.Name)),
                MayBeUnknown = true,
            };
    }

    /// <summary>The dates, read and not looked at yet.</summary>
    public IEnumerable<SqlColumn> Dates() => _typed.Values
        .Where(column => column.Kind == ColumnKind.Timestamp)
        .Select(column => new SqlColumn(
            QueryColumns.ReadOf(column.Name), InstantSql.Read(SqlNode.Column(column.Name))));

    /// <summary>The values.</summary>
    public IEnumerable<SqlColumn> Values() => _typed.Values.SelectMany(column => column.Kind == ColumnKind.Bool
        ? [new SqlColumn(QueryColumns.ValueOf(column.Name), ValueOf(column))]
        : new[]
        {
            new SqlColumn(QueryColumns.ValueOf(column.Name), ValueOf(column)),
            new SqlColumn(
                QueryColumns.NullOf(column.Name),
                SqlNode.Case(
                    [(SqlNode.In(SqlNode.Column(column.Name), [.. NullTokens]), SqlNode.True)], SqlNode.False)),
        });

    private SqlNode ValueOf(CredentialReportColumn column)
    {
        var raw = SqlNode.Column(column.Name);
        return column.Kind switch
        {
            ColumnKind.Bool => SqlNode.Switch(
                SqlNode.Call(SqlFunction.Lower, raw),
                [(SqlNode.Literal("true"), SqlNode.True), (SqlNode.Literal("false"), SqlNode.False)],
                SqlNode.Null(SqlType.Boolean)),
            ColumnKind.Timestamp => InstantSql.InRange(
                SqlNode.Column(QueryColumns.ReadOf(column.Name)),
                column.Ordinal == CredentialReportColumns.PasswordNextRotation
                    ? SqlNode.Literal(CelTimestamp.MaxSeconds)
                    : lastSecond),
            _ => SqlNode.Case(
                [
                    (SqlNode.In(raw, [.. NullTokens, SqlNode.Literal("not_supported")]), SqlNode.Null(SqlType.Varchar)),
                ],
                raw),
        };
    }
}
