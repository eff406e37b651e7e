namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>
/// The type of a random expression, such as <c>map(string, list(int))</c>. A capital letter is a variable: K stands for
/// the types of keys, C for those with an order, N and M for numbers, W for those that may be null, others for any.
/// </summary>
internal sealed record CaseType(string Name, params CaseType[] Arguments)
{
    private static readonly string[] Keys = ["int", "uint", "bool", "string"];
    private static readonly string[] Numbers = ["int", "uint", "double"];
    private static readonly string[] Nullable = ["bool", "int", "string", "timestamp"];

    /// <summary>The types that have an order.</summary>
    public static IReadOnlyList<string> Ordered { get; } =
        ["int", "uint", "double", "bool", "string", "bytes", "timestamp", "duration"];

    /// <summary>The name and the names of the arguments.</summary>
    public string Text => Arguments.Length == 0 ? Name : $"{Name}({string.Join(", ", Arguments.Select(a => a.Text))})";

    private bool IsVariable => Name.Length == 1;

    public static CaseType Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return new CaseType(text.Trim());
        var (arguments, depth, start) = (new List<CaseType>(), 0, open + 1);
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if ((text[i] == ',' && depth == 1) || depth == 0)
            {
                arguments.Add(Parse(text[start..i]));
                start = i + 1;
            }
        }

        return new CaseType(text[..open].Trim(), [.. arguments]);
    }

    /// <summary>Whether this pattern is a type, its variables being what they stand for then.</summary>
    public bool Fits(CaseType type, Dictionary<string, CaseType> variables)
    {
        if (IsVariable)
        {
            if (variables.TryGetValue(Name, out var known))
                return known.Text == type.Text;
            variables.Add(Name, type);
            return Choices(Name) is not { } choices || choices.Contains(type.Text);
        }

        return Name == type.Name && Arguments.Zip(type.Arguments).All(pair => pair.First.Fits(pair.Second, variables));
    }

    /// <summary>The type in which variables are what they stand for; new ones get a type.</summary>
    public CaseType With(Dictionary<string, CaseType> variables, Func<string, CaseType> choose)
    {
        if (!IsVariable)
            return this with { Arguments = [.. Arguments.Select(a => a.With(variables, choose))] };
        if (!variables.TryGetValue(Name, out var type))
            variables.Add(Name, type = choose(Name));
        return type;
    }

    /// <summary>The types that a variable may stand for; null for any.</summary>
    public static IReadOnlyList<string>? Choices(string variable) => variable switch
    {
        "K" => Keys,
        "N" or "M" => Numbers,
        "W" => Nullable,
        "C" => Ordered,
        _ => null,
    };
}
