using System.Collections.Immutable;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Policies;

/// <summary>Reads a document of kind Policy.</summary>
internal static class PolicyReader
{
    /// <summary>
    /// The policy. What was wrong has been reported and is left empty, so that the rest is still checked and named.
    /// </summary>
    public static Policy Read(PolicyFile file, YamlScalar name, MappingReader spec)
    {
        var policy = new Policy
        {
            Name = name.Value,
            Title = spec.TextOrEmpty("title"),
            Severity = spec.OneOf<Severity>("severity") ?? Severity.Info,
            Resource = spec.OneOf<int>("resource") is { } type ? ResourceSchema.Types[type].Name : "",
            Description = spec.TextOrEmpty("description"),
            Rationale = spec.TextOrEmpty("rationale"),
            Audit = spec.TextOrEmpty("audit"),
            Troubleshooting = spec.TextOrEmpty("troubleshooting"),
            Commands = ReadCommands(spec),
            Remediation = ReadRemediation(spec),
            References = [.. spec.Texts("references").Select(text => text.Value)],
            Params = ParamReader.Read(spec),
            Variables = RuleReader.ReadVariables(spec),
            MatchConditions = RuleReader.ReadMatchConditions(spec),
            Validations = RuleReader.ReadValidations(spec),
            PassMessage = RuleReader.ReadMessage(spec, "passMessage"),
            File = file,
            Location = spec.Scope.At(name),
        };
        spec.Finish();
        return policy;
    }

    private static ImmutableArray<PolicyCommand> ReadCommands(MappingReader spec)
    {
        var result = ImmutableArray.CreateBuilder<PolicyCommand>();
        foreach (var item in spec.Mappings("commands"))
        {
            result.Add(new PolicyCommand(item.TextOrEmpty("purpose"), item.TextOrEmpty("run")));
            item.Finish();
        }
        return result.ToImmutable();
    }

    private static PolicyRemediation ReadRemediation(MappingReader spec)
    {
        if (spec.Mapping("remediation") is not { } reader)
            return PolicyRemediation.None;
        var result = new PolicyRemediation(
            reader.TextOrEmpty("console"), reader.TextOrEmpty("cli"), reader.TextOrEmpty("iac"));
        reader.Finish();
        return result;
    }
}
