using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
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
        foreach (var item in spec.Mappings("variables", "A variable"))
        {
            var name = item.RequiredText("name");
            var expression = item.RequiredText("expression");
            item.Finish();
            if (name is null || !Names.CheckIdentifier(item.Scope, name, "a variable"))
                continue;
            if (IsNew(places, item.Scope, name, "variable") && expression is not null)
                result.Add(new PolicyVariable(name.Value, item.Scope.Embed(expression)));
        }
        return result.ToImmutable();
    }

    /// <summary>The match conditions that could be read.</summary>
    public static ImmutableArray<PolicyMatchCondition> ReadMatchConditions(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyMatchCondition>();
        var places = new Dictionary<string, Location>(StringComparer.Ordinal);
        foreach (var item in spec.Mappings("matchConditions", "A match condition"))
        {
            var name = item.RequiredText("name");
            var expression = item.RequiredText("expression");
            var reason = ReadReason(item, required: false);
            var message = ReadMessage(item, "A match condition", "message", required: false);
            item.Finish();
            if (name is null || !Names.CheckKebab(item.Scope, name, "a match condition"))
                continue;
            if (IsNew(places, item.Scope, name, "match condition") && expression is not null)
                result.Add(new PolicyMatchCondition(name.Value, item.Scope.Embed(expression), reason, message));
        }
        return result.ToImmutable();
    }

    /// <summary>The validations that could be read.</summary>
    public static ImmutableArray<PolicyValidation> ReadValidations(MappingReader spec)
    {
        if (spec.Required("validations") is not { } node)
            return [];
        if (node is YamlSequence { Items.IsEmpty: true })
            spec.Scope.Report(PolicyDescriptors.EmptyList, node, "validations");
        var result = ImmutableArray.CreateBuilder<PolicyValidation>();
        foreach (var item in spec.Mappings("validations", "A validation"))
        {
            var expression = item.RequiredText("expression");
            var reason = ReadReason(item, required: true);
            var message = ReadMessage(item, "A validation", "message", required: true);
            item.Finish();
            if (expression is not null && message is not null)
                result.Add(new PolicyValidation(item.Scope.Embed(expression), reason, message));
        }
        return result.ToImmutable();
    }

    /// <summary>A fixed or computed sentence; null where there is none, or after a diagnostic.</summary>
    public static PolicyMessage? ReadMessage(MappingReader reader, string owner, string key, bool required)
    {
        var text = reader.OptionalText(key);
        var expression = reader.OptionalText(key + "Expression");
        if ((text is not null && expression is not null) || (required && text is null && expression is null))
        {
            reader.Scope.Report(PolicyDescriptors.OneMessage, expression ?? (YamlNode)reader.Node, owner, key);
            return null;
        }
        return (text ?? expression) is { } scalar
            ? new PolicyMessage(reader.Scope.Embed(scalar), IsExpression: expression is not null)
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

    private static string ReadReason(MappingReader reader, bool required)
    {
        var reason = required ? reader.RequiredText("reason") : reader.OptionalText("reason");
        return reason is not null && Names.CheckReason(reader.Scope, reason) ? reason.Value : "";
    }
}
