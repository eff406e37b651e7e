using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Sql;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// What the names of one policy are over the rows of credential reports. Its variables become columns of their own, so
/// that each is written once however often it is read, in a step behind those of the variables that it reads.
/// </summary>
internal sealed class PolicyScope(CompiledPolicy policy, string prefix, CellSql cells, SqlValue asOf) : ISqlScope
{
    private readonly Dictionary<int, (SqlValue Value, int Level)> _variables = [];
    private readonly List<List<SqlColumn>> _levels = [];
    private int _level;

    /// <summary>The columns of the variables, by step.</summary>
    public IReadOnlyList<IReadOnlyList<SqlColumn>> Levels => _levels;

    /// <summary>Why a variable cannot be said, with the place in its text; null where all can.</summary>
    public (EmbeddedText Text, TextSpan Span, string Why)? Fault { get; private set; }

    /// <summary>Whether the instant was asked for.</summary>
    public bool UsesAsOf { get; private set; }

    /// <inheritdoc/>
    public SqlValue? Variable(VariableSymbol variable)
    {
        if (variable.Name != PolicyEnvironment.AsOf)
            return null;
        UsesAsOf = true;
        return asOf;
    }

    /// <inheritdoc/>
    public SqlValue? Field(RecordSymbol record, FieldSymbol field) => record.Name switch
    {
        PolicyEnvironment.VariablesType => OfVariable(field.Slot),
        ResourceSchema.AccountType when field.Slot == ResourceSchema.AccountId => Text(QueryColumns.Account),
        ResourceSchema.AccountType when field.Slot == ResourceSchema.AccountPartition => Text(QueryColumns.Partition),
        ResourceSchema.UserType or ResourceSchema.RootType when ColumnOf(field) is { } column => cells.Value(column),
        _ when record == ResourceSchema.Summary && GoesWithReport => SqlValue.Unknown(CelTypeKind.Int),
        _ => null,
    };

    /// <inheritdoc/>
    public SqlValue? Token(RecordSymbol record, FieldSymbol field)
    {
        var isOfRow = record.Name is ResourceSchema.UserType or ResourceSchema.RootType;
        if (isOfRow && ColumnOf(field) is { } column)
            return cells.Token(column);
        return record == ResourceSchema.Summary && GoesWithReport ? SqlValue.Unknown(CelTypeKind.String)
            : record == ResourceSchema.Account && field.Slot < ResourceSchema.AccountSummary ? Field(record, field)
            : null;
    }

    /// <inheritdoc/>
    public string WhyNot(RecordSymbol record, FieldSymbol field) => FieldFiles.Of(record, field) is { } file
        ? $"needs {ResourceSchema.VariableOf(record.Name)}.{field.Name}, which {file} has"
        : $"reads {ResourceSchema.VariableOf(record.Name)}.{field.Name} as a whole";

    // The account summary goes with a report: without it what asks for it is missing evidence, and not outside.
    private bool GoesWithReport => policy.Files.Contains(EvidenceFiles.CredentialReport);

    private static CredentialReportColumn? ColumnOf(FieldSymbol field) =>
        field.Slot < ResourceSchema.RowEvidence ? CredentialReportColumns.All[field.Slot] : null;

    private static SqlValue Text(string column) => new(CelTypeKind.String, SqlNode.Column(column));

    private SqlValue? OfVariable(int slot)
    {
        if (!_variables.TryGetValue(slot, out var known))
        {
            if (Translate(slot) is not { } made)
                return null;
            _variables.Add(slot, known = made);
        }

        _level = Math.Max(_level, known.Level);
        return known.Value;
    }

    private (SqlValue Value, int Level)? Translate(int slot)
    {
        var outer = _level;
        _level = 0;
        var expression = policy.Variables[slot];
        var translation = expression.ToSql(this);
        var level = _level + 1;
        _level = outer;
        if (translation.Value is { } value)
            return (Kept(value, FormattableString.Invariant($"{prefix}_v{slot + 1}"), level), level);
        Fault ??= (expression.Text, translation.Span, translation.Fault);
        return null;
    }

    private SqlValue Kept(SqlValue value, string name, int level)
    {
        while (_levels.Count < level)
            _levels.Add([]);
        return Columns.Keep(value, name, _levels[level - 1].Add);
    }
}
