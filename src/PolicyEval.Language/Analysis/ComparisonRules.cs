using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Analysis;

/// <summary>
/// Comparisons that cannot be meant: with itself, with an impossible value, of evidence with a fixed time.
/// </summary>
internal static class ComparisonRules
{
    /// <summary>Looks at one call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="clock">The variable that ages are measured from, or an empty string.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Visit(BoundCall call, string clock, Findings findings)
    {
        if (call is not { Arguments: [var left, var right] })
            return;
        var name = call.Function.Name;
        var isOrder = name is "_<_" or "_<=_" or "_>_" or "_>=_";
        if (isOrder || name is "_==_" or "_!=_")
        {
            CheckItself(call, left, right, findings);
            CheckTime(left, right, clock, findings);
            CheckTime(right, left, clock, findings);
        }

        if (name is "_==_" or "_!=_")
        {
            CheckValue(left, right, findings);
            CheckValue(right, left, findings);
        }
        else if (name == "@in" && right is BoundList list)
        {
            foreach (var element in list.Elements)
                CheckValue(left, element, findings);
        }
    }

    private static void CheckItself(BoundCall call, BoundExpression left, BoundExpression right, Findings findings)
    {
        // NaN differs from itself, and a constant is no mistake of this kind.
        if (left.Type.Kind is CelTypeKind.Double or CelTypeKind.Dyn || Constants.Of(left) is not null)
            return;
        if (SameExpression.Are(left, right))
            findings.Report(
                AnalysisDescriptors.SelfComparison, call.Span, $"'{Findings.NameOf(call)}'", findings.Quote(left));
    }

    private static void CheckValue(BoundExpression asked, BoundExpression value, Findings findings)
    {
        if (Constants.Of(value) is not { IsValue: true } constant || DomainOf(asked) is not { } domain)
            return;
        if (constant.Kind == CelKind.Int && domain.IsCount && constant.AsInt < 0 && asked is BoundField)
            Report("it counts something, and is never negative", null);
        if (constant.Kind != CelKind.String)
            return;

        var text = constant.AsString;
        var words = asked is BoundEvidence evidence ? TokensOf(evidence.Field, domain, text) : domain.Values;
        if (words.IsEmpty || words.Contains(text))
            return;
        var suggestion = words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? NameSuggester.Nearest(text, words);
        Report("it is " + Listed(words), suggestion is null ? null : $"'{suggestion}'");

        void Report(string what, string? instead) => findings.Add(
            findings.Make(
                AnalysisDescriptors.ImpossibleValue,
                value.Span,
                findings.Quote(asked),
                findings.Quote(value),
                what) with
            {
                Suggestion = instead,
            });
    }

    private static FieldDomain? DomainOf(BoundExpression asked) => asked switch
    {
        BoundField field => field.Field.Domain,
        BoundEvidence { Macro: EvidenceMacro.Token } token => token.Field.Domain,
        _ => null,
    };

    /// <summary>The texts that a cell of the field may be, as far as this text is concerned; empty for any.</summary>
    private static ImmutableArray<string> TokensOf(FieldSymbol field, FieldDomain domain, string text)
    {
        if (domain.Tokens.IsEmpty)
            return [];
        var type = field.Type.Kind == CelTypeKind.Wrapper ? field.Type.Arguments[0].Kind : field.Type.Kind;
        return type switch
        {
            CelTypeKind.Bool => text.ToLowerInvariant() is "true" or "false" ? [] : ["true", "false", .. domain.Tokens],
            CelTypeKind.Timestamp => text.Length > 0 && char.IsAsciiDigit(text[0]) ? [] : domain.Tokens,
            _ => domain.Tokens,
        };
    }

    private static string Listed(ImmutableArray<string> words) =>
        string.Join(", ", words[..^1].Select(w => $"'{w}'")) + (words.Length > 1 ? " or " : "") + $"'{words[^1]}'";

    private static void CheckTime(BoundExpression asked, BoundExpression other, string clock, Findings findings)
    {
        if (clock.Length == 0 || !IsFixedTime(asked, other) || !MentionsEvidence(asked) || Mentions(asked, clock))
            return;
        var span = other.Span;
        findings.Report(AnalysisDescriptors.FixedTime, span, findings.Quote(asked), clock);
    }

    private static bool IsFixedTime(BoundExpression asked, BoundExpression other)
    {
        // A parameter is a date that somebody decides on: that is what parameters are for.
        if (Constants.Of(other) is null)
            return false;
        var type = asked.Type.Kind == CelTypeKind.Wrapper ? asked.Type.Arguments[0].Kind : asked.Type.Kind;
        return other.Type.Kind == CelTypeKind.Timestamp && type == CelTypeKind.Timestamp
            || asked is BoundCall { Function.Name: "getFullYear" };
    }

    private static bool MentionsEvidence(BoundExpression node) =>
        node is BoundField { Field.IsEvidence: true } or BoundEvidence || node.Children.Any(MentionsEvidence);

    private static bool Mentions(BoundExpression node, string variable) =>
        (node is BoundVariable named && named.Symbol.Name == variable) || node.Children.Any(c => Mentions(c, variable));
}
