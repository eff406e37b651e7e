using System.Text;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Testing.Fuzzing;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>Makes random expressions that are well typed: they may fail when they are evaluated, no earlier.</summary>
/// <param name="random">Decides.</param>
/// <param name="budget">About how many parts the expression may have.</param>
internal sealed class ExpressionMaker(Random random, int budget)
{
    // Names that hide variables of the world are among them.
    private static readonly string[] Names = ["e", "f", "k", "v", "row", "i", "m", "size", "com"];
    private static readonly CaseType[] Types = Parsed(
    [
        "bool", "bool", "int", "int", "uint", "double", "string", "string", "bytes", "timestamp", "duration", "dyn",
        "list(int)", "list(string)", "list(dyn)", "map(string, int)", "map(int, string)", "optional(int)",
        "list(list(int))", "map(string, list(int))", "ip", "cidr", "type",
    ]);

    private static readonly CaseType[] Results = Parsed(
    [
        "bool", "bool", "bool", "bool", "bool", "int", "uint", "double", "string", "string", "bytes", "timestamp",
        "duration", "dyn", "list(int)", "list(string)", "map(string, int)", "optional(int)", "optional(string)", "ip",
        "cidr", "type", "list(dyn)", "map(int, bool)", "nullable(timestamp)", "list(row)",
    ]);

    private int _budget = budget;

    /// <summary>An expression of a random type, or one that is written in a random way.</summary>
    public string Make(int depth)
    {
        if (random.Next(2) == 0)
            return Make(random.OneOf(Results), depth, []);
        var production = Grammar.All[random.Next(Grammar.All.Count)];
        return Fill(production, production.Result.With([], variable => Choose(variable, [])), depth, []);
    }

    private string Make(CaseType type, int depth, IReadOnlyList<(string Name, CaseType Type)> scope)
    {
        _budget--;
        var locals = LocalsOf(type, scope);
        if (locals.Length > 0 && random.Next(3) == 0)
            return random.OneOf(locals);
        if (Words.All.TryGetValue(type.Name, out var words))
            return Word(type, words, depth, scope);
        if (depth <= 0 || _budget <= 0 || random.Next(12) == 0)
            return Leaf(type, scope);
        if (random.Next(50) == 0)
            return $"dyn({Make(random.Next(3) == 0 ? AnyType(scope) : type, depth - 1, scope)})";
        var (fitting, weight) = Grammar.For(type);
        var pick = random.Next(weight);
        var production = fitting.First(p => (pick -= p.Weight) < 0);
        return Fill(production, type, depth, scope);
    }

    private string Fill(
        Production production, CaseType type, int depth, IReadOnlyList<(string Name, CaseType Type)> scope)
    {
        var variables = new Dictionary<string, CaseType>();
        production.Result.Fits(type, variables);
        var first = random.OneOf(Names);
        var second = random.OneOf(Names.Where(name => name != first).ToArray());
        var text = new StringBuilder();
        foreach (var part in production.Parts)
        {
            if (part.Type is null)
            {
                text.Append(part.Text.Replace("#", first, StringComparison.Ordinal)
                    .Replace("@", second, StringComparison.Ordinal));
                continue;
            }

            var declared = part.Declared.Select(
                d => (d.Mark == '#' ? first : second, d.Type.With(variables, variable => Choose(variable, scope))));
            (string Name, CaseType Type)[] inside = [.. scope, .. declared];
            var wanted = part.Type.With(variables, variable => Choose(variable, inside));
            text.Append(Make(wanted, depth - 1 - random.Next(2), inside));
        }

        return text.ToString();
    }

    private CaseType Choose(string variable, IReadOnlyList<(string Name, CaseType Type)> scope)
    {
        if (CaseType.Choices(variable) is not { } choices)
            return AnyType(scope);
        var fitting = scope.Where(local => choices.Contains(local.Type.Text)).ToArray();
        return fitting.Length > 0 && random.Next(2) == 0
            ? random.OneOf(fitting).Type
            : new CaseType(random.OneOf(choices.ToArray()));
    }

    /// <summary>A type: often that of a variable that a macro declares, so that it is used.</summary>
    private CaseType AnyType(IReadOnlyList<(string Name, CaseType Type)> scope) =>
        scope.Count > 0 && random.Next(2) == 0 ? scope[random.Next(scope.Count)].Type : random.OneOf(Types);

    /// <summary>The variables of a type that macros declare and no other one of that name hides.</summary>
    private static string[] LocalsOf(CaseType type, IReadOnlyList<(string Name, CaseType Type)> scope) =>
    [
        .. scope.Where((local, i) => local.Type.Text == type.Text && scope.Skip(i + 1).All(o => o.Name != local.Name))
            .Select(local => local.Name),
    ];

    /// <summary>A variable that is in sight, or a literal.</summary>
    private string Leaf(CaseType type, IReadOnlyList<(string Name, CaseType Type)> scope)
    {
        var locals = LocalsOf(type, scope);
        if (locals.Length > 0 && random.Next(3) > 0)
            return random.OneOf(locals);

        // A dot before a name passes over the variables that macros declare.
        var leaves = CaseWorld.Leaves(type)
            .Select(leaf => scope.Any(v => v.Name == leaf.Split('.')[0]) || random.Next(50) == 0 ? "." + leaf : leaf)
            .ToArray();
        return leaves.Length > 0 && (type.Name is "row" or "nullable" || random.Next(2) == 0)
            ? random.OneOf(leaves)
            : Literal(type, scope);
    }

    private string Literal(CaseType type, IReadOnlyList<(string Name, CaseType Type)> scope) => type.Name switch
    {
        "row" => "row",
        "type" => random.OneOf("int", "list", "type(null)", "google.protobuf.Timestamp", "net.IP", "optional_type"),
        "ip" => $"ip({LiteralText.Of(random.OneOf(Words.All["ipText"].Good))})",
        "cidr" => $"cidr({LiteralText.Of(random.OneOf(Words.All["cidrText"].Good))})",
        "dyn" => $"dyn({LiteralText.Of(Pools.Value(random, type))})",
        "list" => $"[{string.Join(", ", Several(type.Arguments[0], scope))}]",
        "map" => $"{{{string.Join(", ", Several(type.Arguments[0], scope).Distinct()
            .Select(key => $"{key}: {Leaf(type.Arguments[1], scope)}"))}}}",
        "optional" => random.Next(3) == 0 ? "optional.none()" : $"optional.of({Leaf(type.Arguments[0], scope)})",
        _ => LiteralText.Of(Pools.Value(random, type)),
    };

    private IEnumerable<string> Several(CaseType type, IReadOnlyList<(string Name, CaseType Type)> scope) =>
        Enumerable.Range(0, random.OneOf(0, 1, 2, 2, 3)).Select(_ => Leaf(type, scope)).ToList();

    /// <summary>
    /// A word that a function takes. The compiler looks at constants, so the bad ones mostly stand where it cannot see
    /// them.
    /// </summary>
    private string Word(
        CaseType type,
        (object[] Good, object[] Bad) words,
        int depth,
        IReadOnlyList<(string Name, CaseType Type)> scope)
    {
        var isInt = words.Good[0] is long;
        var isText = words.Good[0] is NaiveText;
        string Any() => LiteralText.Of(
            random.OneOf(words.Bad.Length > 0 && random.Next(4) == 0 ? words.Bad : words.Good));
        return random.Next(20) switch
        {
            < 8 => LiteralText.Of(random.OneOf(words.Good)),
            < 13 => $"dyn({Any()})",
            < 16 => $"({Make(new CaseType("bool"), depth - 2, scope)} ? {Any()} : {Any()})",

            // Any text may be a pattern that the naive walker does not know.
            < 18 when isText && type.Name != "pattern" => Make(new CaseType("string"), depth - 1, scope),
            18 when words.Bad.Length > 0 && random.Next(4) == 0 => LiteralText.Of(random.OneOf(words.Bad)),
            _ when isInt => $"size({Make(new CaseType("string"), depth - 1, scope)})",
            _ when isText => $"({LiteralText.Of(random.OneOf(words.Good))} + '')",
            _ => $"-({LiteralText.Of(random.OneOf(words.Good))})",
        };
    }

    private static CaseType[] Parsed(string[] types) => [.. types.Select(CaseType.Parse)];
}
