using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Reads the parts of a policy that hold expressions.</summary>
internal static class RuleReader
{
    /// <summary>The variables that could be read.</summary>
    public static ImmutableArray<PolicyVariable> ReadVariables(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyVariable>();
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var item in spec.Mappings("variables"))
        {
            var name = item.Text("name");
            var expression = item.Text("expression");
            item.Finish();
            if (name is null)
                continue;
            if (IsNew(places, item.Scope, name, "variable") && expression is not null)
                result.Add(new PolicyVariable(name.Value, item.Scope.Embed(expression), item.Scope.At(name)));
        }
        return result.ToImmutable();
    }

    /// <summary>The match conditions that could be read.</summary>
    public static ImmutableArray<PolicyMatchCondition> ReadMatchConditions(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyMatchCondition>();
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var item in spec.Mappings("matchConditions"))
        {
            var name = item.Text("name");
            var expression = item.Text("expression");
            var reason = item.TextOrEmpty("reason");
            var message = ReadMessage(item, "message");
            item.Finish();
            if (name is null)
                continue;
            if (IsNew(places, item.Scope, name, "match condition") && expression is not null)
                result.Add(new PolicyMatchCondition(name.Value, item.Scope.Embed(expression), reason, message));
        }
        return result.ToImmutable();
    }

    /// <summary>The validations that could be read.</summary>
    public static ImmutableArray<PolicyValidation> ReadValidations(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyValidation>();
        foreach (var item in spec.Mappings("validations"))
        {
            var expression = item.Text("expression");
            var reason = item.TextOrEmpty("reason");
            var message = ReadMessage(item, "message");
            item.Finish();
            if (expression is not null && message is not null)
                result.Add(new PolicyValidation(item.Scope.Embed(expression), reason, message));
        }
        return result.ToImmutable();
    }

    /// <summary>A fixed or computed sentence; null where there is none, or after a diagnostic.</summary>
    /// <param name="reader">The mapping.</param>
    /// <param name="key">The key of the fixed one; the other's ends in <c>Expression</c>.</param>
    public static PolicyMessage? ReadMessage(MappingReader reader, string key)
    {
        var (text, expression) = (reader.Text(key), reader.Text(key + "Expression"));
        return (text ?? expression) is { } scalar
            ? new PolicyMessage(reader.Scope.Embed(scalar), IsExpression: text is null)
            : null;
    }

    private static bool IsNew(
        Dictionary<string, Location> places, DocumentScope scope, YamlScalar name, string kind)
    {
        if (places.TryAdd(name.Value, scope.At(name)))
            return true;
        var earlier = places[name.Value].ToString();
        scope.Report(PolicyDescriptors.DuplicateName, name, kind, name.Value, earlier);
        return false;
    }
}
