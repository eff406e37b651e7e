using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <content>The macros that run over a list or a map.</content>
internal sealed partial class NaiveWalker
{
    /// <summary>A call that has the shape of a loop, or null.</summary>
    private Outcome? Loop(CallExpressionSyntax call, Scope? scope)
    {
        var name = call.Name.Text;
        ExpressionSyntax[] arguments = [.. call.Arguments];
        var isNamed = arguments.Length > 0 && arguments[0] is NameExpressionSyntax;
        var isNamedTwice = isNamed && arguments.Length > 1 && arguments[1] is NameExpressionSyntax;
        return (name, arguments.Length) switch
        {
            ("all" or "exists" or "exists_one" or "existsOne" or "filter" or "map" or "sortBy", 2) when isNamed =>
                Run(name, call.Receiver!, arguments[..1], name == "filter" ? arguments[1] : null, arguments[1], scope),
            ("map", 3) when isNamed => Run(name, call.Receiver!, arguments[..1], arguments[1], arguments[2], scope),
            ("all" or "exists" or "exists_one" or "existsOne", 3) when isNamedTwice =>
                Run(name, call.Receiver!, arguments[..2], null, arguments[2], scope),
            ("transformList" or "transformMap" or "transformMapEntry", 3) when isNamedTwice =>
                Run(name, call.Receiver!, arguments[..2], null, arguments[2], scope),
            ("transformList" or "transformMap" or "transformMapEntry", 4) when isNamedTwice =>
                Run(name, call.Receiver!, arguments[..2], arguments[2], arguments[3], scope),
            _ => null,
        };
    }

    private Outcome Run(
        string macro,
        ExpressionSyntax operand,
        ExpressionSyntax[] names,
        ExpressionSyntax? filter,
        ExpressionSyntax body,
        Scope? scope)
    {
        var range = Walk(operand, scope);
        if (TurnsOf(range.Value) is not { } turns)
            return range.Then(_ => Fault.NoOverload);
        var isOverList = range.Value is object[];
        Scope Inside((object First, object Second) turn)
        {
            if (names.Length == 2)
                return Declare(names[1], turn.Second, Declare(names[0], turn.First, scope));
            return Declare(names[0], isOverList ? turn.Second : turn.First, scope);
        }

        var outcome = macro switch
        {
            "all" or "exists" => Absorb(
                macro == "exists", turns.Select(turn => (Func<Outcome>)(() => Walk(body, Inside(turn))))),
            "exists_one" or "existsOne" => Collect(turns, null, t => Walk(body, Inside(t)).Then(OnlyBool), kept =>
                kept.Count(k => k.Value is true) == 1),
            "filter" => Collect(turns, t => Walk(body, Inside(t)), _ => Outcome.Of(true), kept =>
                kept.Select(k => isOverList ? k.Turn.Second : k.Turn.First).ToArray()),
            _ => Collect(
                turns,
                filter is null ? null : t => Walk(filter, Inside(t)),
                t => Walk(body, Inside(t)),
                kept => Made(macro, isOverList, kept)),
        };
        return outcome.After(range.Reads);
    }

    private static Scope Declare(ExpressionSyntax name, object value, Scope? outer) =>
        new(((NameExpressionSyntax)name).Identifier.Text, () => Outcome.Of(value), outer);

    /// <summary>Index and element of a list, key and value of a map; null for anything else.</summary>
    private static List<(object First, object Second)>? TurnsOf(object range) => range switch
    {
        object[] list => [.. list.Select((element, index) => ((object)(long)index, element))],
        NaiveMap map => [.. map.Entries],
        _ => null,
    };

    private static object OnlyBool(object value) => value is bool ? value : Fault.NoOverload;

    /// <summary>
    /// What a function makes of the results of all turns that a filter keeps; where a turn went wrong, what is missing
    /// in all of them, else the first fault.
    /// </summary>
    private static Outcome Collect(
        List<(object First, object Second)> turns,
        Func<(object First, object Second), Outcome>? filter,
        Func<(object First, object Second), Outcome> result,
        Func<List<((object First, object Second) Turn, object Value)>, object> finish)
    {
        var (reads, troubles) = (new List<Cell>(), new List<object>());
        var kept = new List<((object, object), object)>();
        foreach (var turn in turns)
        {
            if (filter?.Invoke(turn) is { } answer)
            {
                reads.AddRange(answer.Reads);
                if (answer.Value is not bool)
                    troubles.Add(TroubleOf(answer));
                if (answer.Value is not true)
                    continue;
            }

            var outcome = result(turn);
            reads.AddRange(outcome.Reads);
            if (outcome.IsValue)
                kept.Add((turn, outcome.Value));
            else
                troubles.Add(outcome.Value);
        }

        return new Outcome(troubles.Count > 0 ? Missing.Or(troubles) : finish(kept), reads);
    }

    private static object Made(
        string macro, bool isOverList, List<((object First, object Second) Turn, object Value)> kept) => macro switch
        {
            "map" or "transformList" => kept.Select(k => k.Value).ToArray(),
            "transformMap" => NaiveMap.Of(kept.Select(k => (k.Turn.First, k.Value))),
            "transformMapEntry" => kept.All(k => k.Value is NaiveMap)
                ? NaiveMap.Of(kept.SelectMany(k => ((NaiveMap)k.Value).Entries))
                : Fault.NoOverload,
            _ => Lists.Sort(
                [.. kept.Select(k => isOverList ? k.Turn.Second : k.Turn.First)], [.. kept.Select(k => k.Value)]),
        };
}
