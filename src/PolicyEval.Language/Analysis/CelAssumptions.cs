using System.Collections.Immutable;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// What is known where an expression is evaluated: what the fields of a record are computed from, and which
/// expressions have been true or false before. Immutable.
/// </summary>
public sealed class CelAssumptions
{
    private readonly ImmutableDictionary<(string Record, int Slot), AnalyzedExpression> _definitions;
    private readonly ImmutableArray<(AnalyzedExpression Condition, bool Value)> _conditions;

    private CelAssumptions(
        ImmutableDictionary<(string Record, int Slot), AnalyzedExpression> definitions,
        ImmutableArray<(AnalyzedExpression Condition, bool Value)> conditions)
    {
        _definitions = definitions;
        _conditions = conditions;
    }

    /// <summary>Nothing is known.</summary>
    public static CelAssumptions None { get; } =
        new(ImmutableDictionary<(string Record, int Slot), AnalyzedExpression>.Empty, []);

    /// <summary>The variable that ages are measured from, for what is said about fixed times; empty for none.</summary>
    public string Clock { get; private init; } = "";

    /// <summary>
    /// Whether the expression is evaluated only where others name it: what it takes for granted is then looked at
    /// where it is named.
    /// </summary>
    public bool IsDeferred { get; private init; }

    /// <summary>The conditions that have been evaluated, with their values.</summary>
    internal ImmutableArray<(AnalyzedExpression Condition, bool Value)> Conditions => _conditions;

    /// <summary>Sets <see cref="Clock"/>.</summary>
    public CelAssumptions WithClock(string variable) => Copy(_definitions, _conditions, variable, IsDeferred);

    /// <summary>Sets <see cref="IsDeferred"/>.</summary>
    public CelAssumptions Deferred() => Copy(_definitions, _conditions, Clock, isDeferred: true);

    /// <summary>Says what a field of a record is computed from.</summary>
    public CelAssumptions WithDefinition(string record, int slot, AnalyzedExpression definition) =>
        Copy(_definitions.SetItem((record, slot), definition), _conditions, Clock, IsDeferred);

    /// <summary>Says that a condition has been true, or false, before.</summary>
    public CelAssumptions With(AnalyzedExpression condition, bool value) =>
        Copy(_definitions, _conditions.Add((condition, value)), Clock, IsDeferred);

    /// <summary>What an expression of type bool is bound to be under these assumptions, or null.</summary>
    public bool? Decide(AnalyzedExpression condition)
    {
        var truths = new Truths(new SameExpression());
        foreach (var (known, value) in _conditions)
            truths.Assume(known.Root, value);
        return truths.Decide(condition.Root) is { Cause: not null } verdict ? verdict.Value : null;
    }

    /// <summary>What a field is computed from, or null.</summary>
    internal AnalyzedExpression? DefinitionOf(RecordSymbol record, FieldSymbol field) =>
        _definitions.GetValueOrDefault((record.Name, field.Slot));

    private static CelAssumptions Copy(
        ImmutableDictionary<(string Record, int Slot), AnalyzedExpression> definitions,
        ImmutableArray<(AnalyzedExpression Condition, bool Value)> conditions,
        string clock,
        bool isDeferred) =>
        new(definitions, conditions) { Clock = clock, IsDeferred = isDeferred };
}
