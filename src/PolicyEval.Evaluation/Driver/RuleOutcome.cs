using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// What the rules of one kind (match conditions, validations) say of one resource, in order. Used again for each.
/// </summary>
internal sealed class RuleOutcome
{
    /// <summary>The rules that are false, with the cells that decided.</summary>
    public List<(CompiledRule Rule, CelCell[] Cells)> False { get; } = [];

    /// <summary>The cells that decided the rules that are true.</summary>
    public List<CelCell> TrueCells { get; } = [];

    /// <summary>The cells that were missing.</summary>
    public List<CelCell> UnknownCells { get; } = [];

    /// <summary>The rules that failed, with the cells that they had read.</summary>
    public List<(CompiledRule Rule, CelError Error, CelCell[] Cells)> Errors { get; } = [];

    /// <summary>Whether a rule needed evidence that is missing.</summary>
    public bool HasUnknown { get; private set; }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        False.Clear();
        TrueCells.Clear();
        UnknownCells.Clear();
        Errors.Clear();
        HasUnknown = false;
    }

    /// <summary>Takes the value of one rule with the cells that it read.</summary>
    public void Add(CompiledRule rule, CelValue value, CelTrace trace)
    {
        switch (value.Kind)
        {
            case CelKind.Bool when value.AsBool:
                TrueCells.AddRange(trace.SpanFrom(0));
                break;
            case CelKind.Bool:
                False.Add((rule, trace.CopyFrom(0)));
                break;
            case CelKind.Unknown:
                HasUnknown = true;
                UnknownCells.AddRange(value.AsUnknown.Cells);
                break;
            case CelKind.Error:
                Errors.Add((rule, value.AsError, trace.CopyFrom(0)));
                break;
            default:
                Errors.Add((rule, new CelError($"the result is no bool: {value}"), trace.CopyFrom(0)));
                break;
        }
    }

    /// <summary>The missing cells, none twice.</summary>
    public ImmutableArray<CelCell> DistinctUnknown() => [.. UnknownCells.Distinct()];
}
