using PolicyEval.Evaluation.Functions;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>The names that a policy's expressions may use.</summary>
internal static class PolicyEnvironment
{
    /// <summary>The account of the resource.</summary>
    public const string Account = "account";

    /// <summary>The parameters.</summary>
    public const string Params = "params";

    /// <summary>The policy's own variables.</summary>
    public const string Variables = "variables";

    /// <summary>The instant at which ages are measured.</summary>
    public const string AsOf = "asOf";

    /// <summary>The type of <see cref="Params"/>.</summary>
    public const string ParamsType = "policy.params";

    /// <summary>The type of <see cref="Variables"/>.</summary>
    public const string VariablesType = "policy.variables";

    private static readonly CelEnvironment Common = CelEnvironment.Empty
        .WithLibraries([.. CelLibraries.All, HostLibrary.Instance])
        .WithVariable(Account, ResourceSchema.Account.Type, "The account that the resource belongs to.")
        .WithVariable(Params, CelType.Record(ParamsType), "The policy's parameters.")
        .WithVariable(Variables, CelType.Record(VariablesType), "The policy's variables.")
        .WithVariable(AsOf, CelType.Timestamp, "The instant at which ages are measured, UTC.")
        .WithRecords(ResourceSchema.Records);

    /// <summary>The record of <c>params</c> with the values as constants.</summary>
    public static RecordSymbol ParamsOf(IEnumerable<EffectiveParam> values) =>
        new(ParamsType, values.Select((v, slot) => new FieldSymbol(v.Param.Name, TypeOf(v.Param), slot)
        {
            Documentation = v.Param.Description,
            Constant = v.Param.IsFaulty ? null : v.Value.Value,
            Domain = v.Param.Allowed.IsEmpty ? null : new FieldDomain { Values = v.Param.Allowed },
        }));

    /// <summary>The record of <c>variables</c>.</summary>
    public static RecordSymbol VariablesOf(IEnumerable<FieldSymbol> fields) => new(VariablesType, fields);

    /// <summary>What all expressions of a policy may name; the record of its variables is still to come.</summary>
    /// <param name="resource">The policy's resource type.</param>
    /// <param name="parameters">The record of the parameters.</param>
    public static CelEnvironment Of(RecordSymbol resource, RecordSymbol parameters)
    {
        var environment = Common;
        if (resource.Name != ResourceSchema.AccountType)
        {
            environment = environment
                .WithVariable(ResourceSchema.VariableOf(resource.Name), resource.Type, "The resource.");
        }
        return environment.WithRecords(parameters);
    }

    // What was reported already has the type that goes with every other.
    private static CelType TypeOf(PolicyParam param) => param.Type switch
    {
        _ when param.IsFaulty => CelType.Error,
        ParamType.Bool => CelType.Bool,
        ParamType.Int => CelType.Int,
        ParamType.String => CelType.String,
        ParamType.Duration => CelType.Duration,
        _ => throw new System.Diagnostics.UnreachableException($"{param.Type}"),
    };
}
