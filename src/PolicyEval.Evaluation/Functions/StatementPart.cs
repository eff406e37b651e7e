using System.Collections.Immutable;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>Reads the parts of a policy document, which is a map whether it was JSON or not.</summary>
internal static class StatementPart
{
    /// <summary>A text, or a list of texts: AWS takes both for each other.</summary>
    /// <exception cref="PolicyDocumentException">It is something else.</exception>
    public static ImmutableArray<string> Texts(string name, CelValue value)
    {
        if (value.Kind == CelKind.String)
            return [value.AsString];
        if (value.Kind != CelKind.List)
            throw new PolicyDocumentException($"{name} is neither a text nor a list of texts");
        var result = ImmutableArray.CreateBuilder<string>(value.AsList.Count);
        for (var i = 0; i < value.AsList.Count; i++)
            result.Add(Text($"an element of {name}", value.AsList[i]));
        return result.MoveToImmutable();
    }

    /// <summary>A text.</summary>
    /// <exception cref="PolicyDocumentException">It is something else.</exception>
    public static string Text(string name, CelValue value) => value.Kind == CelKind.String
        ? value.AsString
        : throw new PolicyDocumentException($"{name} is no text");

    /// <summary>The principals by their kind (AWS, Service, Federated, CanonicalUser); everybody is AWS: *.</summary>
    /// <exception cref="PolicyDocumentException">It is neither a map nor *.</exception>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Principals(string name, CelValue value)
    {
        var result = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (value.Kind == CelKind.String && value.AsString == "*")
            result.Add("AWS", ["*"]);
        else if (value.Kind != CelKind.Map)
            throw new PolicyDocumentException($"{name} is neither * nor an object");
        else
            AddPrincipals(name, value.AsMap, result);
        return result.ToImmutable();
    }

    private static void AddPrincipals(
        string name, CelMap map, ImmutableSortedDictionary<string, ImmutableArray<string>>.Builder result)
    {
        for (var i = 0; i < map.Count; i++)
        {
            var (key, value) = map.EntryAt(i);
            result.Add(Text($"a key of {name}", key), Texts(name, value));
        }
    }
}
