using System.Collections.Immutable;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Functions;

/// <summary>
/// Reads policy documents. What it does not know it refuses: a document that is understood in part could pass.
/// </summary>
internal static class PolicyDocumentReader
{
    private const string OldVersion = "2008-10-17";
    private const string NewVersion = "2012-10-17";
    private const string Everything = "*";
    private const int PatternsMax = 10_000;

    private static readonly string[] DocumentKeys = ["Version", "Id", "Statement"];

    private static readonly string[] StatementKeys =
    [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ];

    /// <summary>The document in a text; an error value where it cannot be understood.</summary>
    public static CelValue Read(string text)
    {
        try
        {
            return Read(JsonValueReader.Read(text));
        }
        catch (PolicyDocumentException e)
        {
            return CelValue.Error($"this is no IAM policy document: {e.Message}");
        }
    }

    /// <summary>The document that a value is; an error value where it cannot be understood.</summary>
    public static CelValue Read(CelValue value)
    {
        try
        {
            return CelValue.Of(ReadDocument(value));
        }
        catch (PolicyDocumentException e)
        {
            return CelValue.Error($"this is no IAM policy document: {e.Message}");
        }
    }

    private static PolicyDocument ReadDocument(CelValue value)
    {
        var parts = Parts("the document", value, DocumentKeys);
        var version = parts.TryGetValue("Version", out var given) ? StatementPart.Text("Version", given) : OldVersion;
        if (version is not (OldVersion or NewVersion))
            throw new PolicyDocumentException("Version is neither 2012-10-17 nor 2008-10-17");
        if (!parts.TryGetValue("Statement", out var all))
            throw new PolicyDocumentException("there is no Statement");

        var statements = ImmutableArray.CreateBuilder<PolicyStatement>();
        if (all.Kind != CelKind.List)
            statements.Add(ReadStatement(all, version));
        for (var i = 0; all.Kind == CelKind.List && i < all.AsList.Count; i++)
            statements.Add(ReadStatement(all.AsList[i], version));
        if (statements.Sum(s => s.Actions.Patterns.Length + s.Resources.Patterns.Length) > PatternsMax)
            throw new PolicyDocumentException($"it has more than {PatternsMax} actions and resources");
        return new PolicyDocument(value.AsMap, version, statements.ToImmutable());
    }

    private static PolicyStatement ReadStatement(CelValue value, string version)
    {
        var parts = Parts("a statement", value, StatementKeys);
        var effect = parts.TryGetValue("Effect", out var given) ? StatementPart.Text("Effect", given) : "";
        var isAllow = effect.Equals("Allow", StringComparison.OrdinalIgnoreCase);
        if (!isAllow && !effect.Equals("Deny", StringComparison.OrdinalIgnoreCase))
            throw new PolicyDocumentException("Effect is neither Allow nor Deny");
        var (actions, isNotAction) = OneOf(parts, "Action", "NotAction")
            ?? throw new PolicyDocumentException("a statement has neither Action nor NotAction");
        var (resources, isNotResource) = OneOf(parts, "Resource", "NotResource") ?? ([Everything], false);
        if (parts.ContainsKey("Principal") && parts.ContainsKey("NotPrincipal"))
            throw new PolicyDocumentException("a statement has both Principal and NotPrincipal");
        return new PolicyStatement
        {
            Sid = parts.TryGetValue("Sid", out var sid) ? StatementPart.Text("Sid", sid) : "",
            IsAllow = isAllow,
            Actions = PatternReader.Actions(actions, isNotAction),
            Resources = PatternReader.Resources(resources, isNotResource, version == NewVersion),
            Principals = Principals(parts, "Principal"),
            NotPrincipals = Principals(parts, "NotPrincipal"),
            HasCondition = parts.TryGetValue("Condition", out var condition) && !IsEmptyMap(condition),
            Source = value.AsMap,
        };
    }

    private static (ImmutableArray<string> Patterns, bool IsNegated)? OneOf(
        Dictionary<string, CelValue> parts, string name, string negated)
    {
        var (has, hasNot) = (parts.ContainsKey(name), parts.ContainsKey(negated));
        if (has && hasNot)
            throw new PolicyDocumentException($"a statement has both {name} and {negated}");
        if (!has && !hasNot)
            return null;
        var used = has ? name : negated;
        return (StatementPart.Texts(used, parts[used]), hasNot);
    }

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Principals(
        Dictionary<string, CelValue> parts, string name) =>
        parts.TryGetValue(name, out var value)
            ? StatementPart.Principals(name, value)
            : ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    private static bool IsEmptyMap(CelValue value) => value.Kind == CelKind.Map
        ? value.AsMap.Count == 0
        : throw new PolicyDocumentException("Condition is no object");

    /// <summary>The parts by their names, which AWS takes in any case.</summary>
    private static Dictionary<string, CelValue> Parts(string what, CelValue value, string[] known)
    {
        if (value.Kind != CelKind.Map)
            throw new PolicyDocumentException($"{what} is no object");
        var parts = new Dictionary<string, CelValue>(StringComparer.Ordinal);
        for (var i = 0; i < value.AsMap.Count; i++)
        {
            var (key, part) = value.AsMap.EntryAt(i);
            var written = StatementPart.Text($"a key of {what}", key);
            var name = Array.Find(known, k => k.Equals(written, StringComparison.OrdinalIgnoreCase))
                ?? throw new PolicyDocumentException($"{what} has an unknown key");
            if (!parts.TryAdd(name, part))
                throw new PolicyDocumentException($"{what} has {name} twice");
        }

        return parts;
    }
}
