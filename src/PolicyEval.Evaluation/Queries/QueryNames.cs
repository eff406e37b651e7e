using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Sql;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Queries;

/// <summary>The names that a statement is asked for with; every mistake is a diagnostic without a place.</summary>
internal sealed class QueryNames
{
    /// <summary>The columns that say who a row is of; the others may be absent.</summary>
    private const int Identity = CredentialReportColumns.Arn;

    /// <summary>Looks at the names.</summary>
    public QueryNames(QueryRequest request, DiagnosticBag diagnostics)
    {
        Dialect = SqlDialect.Find(request.Dialect);
        if (Dialect is null)
        {
            diagnostics.ReportName(
                QueryDescriptors.UnknownDialect, Location.None, request.Dialect,
                SqlDialect.All.Select(dialect => dialect.Name), request.Dialect);
        }

        Table = SqlName.Parse(request.Table);
        if (Table is null)
            diagnostics.Report(QueryDescriptors.BadName, Location.None, "The name of a table", request.Table);
        AsOfColumn = request.AsOfColumn;
        if (AsOfColumn is { } column && (column.Length == 0 || !SqlWriter.CanSay(column)))
            diagnostics.Report(QueryDescriptors.BadName, Location.None, "The name of a column", column);
        AbsentColumns = request.AbsentColumns;
        var optional = CredentialReportColumns.All.Where(known => known.Ordinal > Identity).Select(known => known.Name);
        foreach (var absent in AbsentColumns.Except(optional, StringComparer.Ordinal))
            diagnostics.ReportName(QueryDescriptors.UnknownColumn, Location.None, absent, optional, absent);
    }

    /// <summary>The dialect; null after a diagnostic.</summary>
    public SqlDialect? Dialect { get; }

    /// <summary>The table; null after a diagnostic.</summary>
    public SqlName? Table { get; }

    /// <summary>The column that tells the instant, or null.</summary>
    public string? AsOfColumn { get; }

    /// <summary>The columns that the table lacks.</summary>
    public ImmutableArray<string> AbsentColumns { get; }
}
