using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Binding;

/// <summary>
/// A bound tree as text, with types behind <c>~</c> and overloads behind <c>^</c>, as cel-go's tests show it.
/// </summary>
internal static class BoundPrinter
{
    /// <summary>The tree under a node.</summary>
    public static string Print(BoundExpression node) => $"{Body(node)}~{node.Type}{Overloads(node)}";

    private static string Body(BoundExpression node) => node switch
    {
        BoundError => "<error>",
        BoundFailure failure => $"<failure: {failure.Message}>",
        BoundConstant constant => Display(constant.Value),
        BoundVariable variable => variable.Symbol.Name,
        BoundLocal local => local.Symbol.Name,
        BoundField field => $"{Print(field.Operand)}.{field.Field.Name}#{field.Field.Slot}",
        BoundFieldPresence field => $"has({Print(field.Operand)}.{field.Field.Name}#{field.Field.Slot})",
        BoundEvidence e => $"{e.Macro.ToString().ToLowerInvariant()}({Print(e.Operand)}.{e.Field.Name}#{e.Field.Slot})",
        BoundSelect select => $"{Print(select.Operand)}.{select.Name}",
        BoundOptionalField field => $"{Print(field.Operand)}.?{field.Field.Name}#{field.Field.Slot}",
        BoundOptionalSelect select => $"{Print(select.Operand)}.?{select.Name}",
        BoundPresence presence => $"has({Print(presence.Operand)}.{presence.Name})",
        BoundCall call => call.IsMethod
            ? $"{Print(call.Arguments[0])}.{call.Function.Name}({Printed(call.Arguments[1..])})"
            : $"{call.Function.Name}({Printed(call.Arguments)})",
        BoundNot not => $"!_({Print(not.Operand)})",
        BoundLogical logical => $"{(logical.IsAnd ? "_&&_" : "_||_")}({Printed(logical.Terms)})",
        BoundConditional => $"_?_:_({Printed(node.Children)})",
        BoundList list => $"[{Elements(list)}]",
        BoundMap map => $"{{{Entries(map)}}}",
        BoundComprehension loop => $"{loop.Loop}({Declared(loop.Variables)}, {Printed(loop.Children)})",
        BoundOptionalMap map =>
            $"{(map.IsFlat ? "optFlatMap" : "optMap")}({Declared([map.Variable])}, {Printed(map.Children)})",
        BoundBind bind => $"Bind({Declared([bind.Variable])}, {Printed(bind.Children)})",
        BoundComparison comparison => $"{comparison.Operator}({Printed(node.Children)})",
        BoundObserved observed => Body(observed.Inner),
        BoundEquality equality => $"{(equality.IsNegated ? "NotEqual" : "Equal")}({Printed(node.Children)})",
        _ => throw new UnreachableException(node.Kind.ToString()),
    };

    private static string Printed(IEnumerable<BoundExpression> nodes) => string.Join(", ", nodes.Select(Print));

    private static string Declared(IEnumerable<LocalSymbol> variables) =>
        string.Join(", ", variables.Select(v => $"{v.Name}@{v.Slot}"));

    private static string Elements(BoundList list) =>
        string.Join(", ", list.Elements.Select((e, i) => $"{Mark(list.OptionalElements, i)}{Print(e)}"));

    private static string Entries(BoundMap map) =>
        string.Join(", ", map.KeysAndValues.Chunk(2).Select(
            (pair, i) => $"{Mark(map.OptionalEntries, i)}{Print(pair[0])}: {Print(pair[1])}"));

    private static string Mark(ImmutableArray<int> optional, int index) => optional.Contains(index) ? "?" : "";

    private static string Overloads(BoundExpression node) =>
        node is BoundCall { Overloads.Length: > 0 } call
            ? "^" + string.Join('|', call.Overloads.Select(o => o.Id))
            : "";

    private static string Display(CelValue value) => CelFormat.Display(value);
}
