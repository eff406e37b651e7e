using System.Collections.Immutable;

namespace PolicyEval.Evaluation;

/// <summary>Which statement is asked for, beside the rules. Names are checked by <see cref="QueryCompiler"/>.</summary>
public sealed record QueryRequest
{
    /// <summary>The table that is meant where none is named.</summary>
    public const string DefaultTable = "credential_reports";

    /// <summary>The dialect by name: <c>duckdb</c> or <c>athena</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>
    /// The table or view with the rows of credential reports: up to three parts with dots between them.
    /// </summary>
    public string Table { get; init; } = DefaultTable;

    /// <summary>
    /// The column that tells for each row at which instant its ages are measured, in the forms of
    /// <see cref="EvaluationRequest.AsOf"/>; null for none. Rows that agree in it and in the account are one report.
    /// </summary>
    public string? AsOfColumn { get; init; }

    /// <summary>The columns of a credential report that the table does not have: their cells are unknown.</summary>
    public ImmutableArray<string> AbsentColumns { get; init; } = [];
}
