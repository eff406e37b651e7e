using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>Makes of an explained verdict what a report keeps of it: the trees of the rules that decided.</summary>
internal static class RuleTracer
{
    private const int ValueMax = 200;

    /// <summary>The traces, in the order of the rules; none where the verdict is a pass.</summary>
    public static ImmutableArray<RuleTrace> Of(ExplainedResource resource)
    {
        var variables = resource.Variables.ToDictionary(v => v.Name, StringComparer.Ordinal);
        var rows = new ExplainedRows(variables);
        return
        [
            .. resource.Rules.Where(rule => Decides(rule, resource.Finding.Outcome)).Select(rule => new RuleTrace(
                rule.Role == ExplainedRole.MatchCondition ? RuleRole.MatchCondition : RuleRole.Validation,
                rule.Name, rule.Because, [.. rows.Of(rule.Root).Select(RowOf)])),
        ];
    }

    private static bool Decides(ExplainedExpression rule, Outcome outcome) => rule.Value is { } value && outcome switch
    {
        Outcome.Fail => rule.Role == ExplainedRole.Validation && value.IsFalse,
        Outcome.Error => value.Kind == CelKind.Error,
        Outcome.Incomplete => value.Kind == CelKind.Unknown,
        _ => false,
    };

    private static TraceRow RowOf(ExplainedRow row) =>
        new(row.Depth, row.Label, row.Node.Value is { } value ? Cut(ValueText.Of(value)) : "")
        {
            Skipped = row.Node.Skipped,
            Note = row.IsRepeated ? "see above" : NoteOf(row),
        };

    private static string NoteOf(ExplainedRow row)
    {
        var node = row.Node;
        if (node.Turn is { } turn)
            return TurnOf(turn);
        if (!row.IsLeaf || node.Variable.Length > 0)
            return "";
        var cells = (node.IsCell ? node.Evidence : []).Select(TextOf);
        return string.Join("; ", cells.Concat(node.Missing.Select(TextOf)));
    }

    private static string TurnOf(LoopTurn turn)
    {
        var decides = turn.Decides ? ", which decides" : "";
        return $"element {turn.Number} of {turn.Count}{decides}: {Cut(ValueText.Of(turn.Element))}";
    }

    private static string TextOf(EvidenceCell cell)
    {
        var value = cell.Value.Length == 0 ? "(empty)" : Cut(cell.Value);
        return FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {value}");
    }

    private static string TextOf(MissingEvidence missing) => missing.Cell is { } cell
        ? $"unusable: {TextOf(cell)} ({missing.Why})"
        : $"missing: {missing.File} {missing.Field}: {missing.Why}";

    private static string Cut(string text)
    {
        if (text.Length <= ValueMax)
            return text;
        var end = char.IsHighSurrogate(text[ValueMax - 1]) ? ValueMax - 1 : ValueMax;
        return text[..end] + "…";
    }
}
