using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Reads a document of kind Policy.</summary>
internal static class PolicyReader
{
    private static readonly FrozenDictionary<string, Severity> Severities =
        Enum.GetValues<Severity>().ToFrozenDictionary(s => s.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> ResourceTypes =
        ResourceSchema.Types.Select((type, index) => (type, index))
            .ToFrozenDictionary(pair => pair.type.Name, pair => pair.index, StringComparer.Ordinal);

    /// <summary>
    /// The policy. What was wrong has been reported and is left empty, so that the rest is still checked and named.
    /// </summary>
    public static Policy Read(DocumentScope scope, YamlScalar name, MappingReader spec)
    {
        Names.CheckKebab(scope, name, "a policy");
        var policy = new Policy
        {
            Name = name.Value,
            Title = spec.RequiredTextOrEmpty("title"),
            Severity = spec.OneOf("severity", Severities) ?? Severity.Info,
            Resource = spec.OneOf("resource", ResourceTypes) is { } type ? ResourceSchema.Types[type].Name : "",
            Description = spec.TextOrEmpty("description"),
            Rationale = spec.TextOrEmpty("rationale"),
            Audit = spec.TextOrEmpty("audit"),
            Troubleshooting = spec.TextOrEmpty("troubleshooting"),
            Commands = ReadCommands(spec),
            Remediation = ReadRemediation(spec),
            References = ReadReferences(spec),
            Params = ParamReader.Read(spec),
            Variables = RuleReader.ReadVariables(spec),
            MatchConditions = RuleReader.ReadMatchConditions(spec),
            Validations = RuleReader.ReadValidations(spec),
            PassMessage = RuleReader.ReadMessage(spec, "A policy", "passMessage", required: false),
            File = scope.File,
            Location = scope.At(name),
        };
        spec.Finish();
        return policy;
    }

    private static ImmutableArray<PolicyCommand> ReadCommands(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyCommand>();
        foreach (var item in spec.Mappings("commands", "A command"))
        {
            result.Add(new PolicyCommand(item.RequiredTextOrEmpty("purpose"), item.RequiredTextOrEmpty("run")));
            item.Finish();
        }
        return result.ToImmutable();
    }

    private static PolicyRemediation ReadRemediation(MappingReader spec)
    {
        if (spec.OptionalMapping("remediation", "The remediation") is not { } reader)
            return PolicyRemediation.None;
        var result = new PolicyRemediation(
            reader.TextOrEmpty("console"), reader.TextOrEmpty("cli"), reader.TextOrEmpty("iac"));
        reader.Finish();
        return result;
    }

    private static ImmutableArray<string> ReadReferences(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<string>();
        foreach (var item in spec.Items("references"))
        {
            if (spec.AsText("references", item) is { } text)
                result.Add(text.Value);
        }
        return result.ToImmutable();
    }
}
