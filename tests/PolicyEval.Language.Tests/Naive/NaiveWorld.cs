using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>What expressions may name.</summary>
internal sealed class NaiveWorld
{
    private static readonly HashSet<string> Types =
    [
        "bool", "bytes", "double", "google.protobuf.Duration", "google.protobuf.Timestamp", "int", "list", "map",
        "null_type", "string", "type", "uint", "optional_type", "net.IP", "net.CIDR",
    ];

    /// <summary>The namespace in which names are looked up first; empty for none.</summary>
    public string Container { get; init; } = "";

    /// <summary>The variables by their full names: a value, a fault or what is missing.</summary>
    public Dictionary<string, object> Variables { get; } = [];

    /// <summary>The variable or type of a name, in the container or one that it is in; null for none.</summary>
    public Outcome? Find(string name, bool isAbsolute)
    {
        foreach (var candidate in Candidates(name, isAbsolute))
        {
            if (Variables.TryGetValue(candidate, out var value))
                return Outcome.Of(value);
            if (Types.Contains(candidate))
                return Outcome.Of(new NaiveType(candidate));
        }

        return null;
    }

    private IEnumerable<string> Candidates(string name, bool isAbsolute)
    {
        for (var container = isAbsolute ? "" : Container; container.Length > 0;)
        {
            yield return $"{container}.{name}";
            container = container[..Math.Max(container.LastIndexOf('.'), 0)];
        }

        yield return name;
    }
}
