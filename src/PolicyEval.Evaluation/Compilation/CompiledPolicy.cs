using System.Collections.Immutable;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>A policy with its parameters, ready to run on any number of threads. Immutable.</summary>
internal sealed record CompiledPolicy
{
    /// <summary>The document.</summary>
    public required Policy Policy { get; init; }

    /// <summary>Every parameter with its value.</summary>
    public required ImmutableArray<EffectiveParam> Params { get; init; }

    /// <summary>
    /// The files that the rules read, those of the validations first; a message needs no evidence of its own.
    /// </summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Whether the rules ask the answers about users, and not only the report.</summary>
    public required bool AsksAnswersOfUsers { get; init; }

    /// <summary>The environment that the expressions were compiled in.</summary>
    public required CelEnvironment Environment { get; init; }

    /// <summary>The type of <c>params</c>.</summary>
    public required CelType ParamsType { get; init; }

    /// <summary>The type of <c>variables</c>.</summary>
    public required CelType VariablesType { get; init; }

    /// <summary>The variables by slot.</summary>
    public required ImmutableArray<CompiledExpression> Variables { get; init; }

    /// <summary>The match conditions, in order.</summary>
    public required ImmutableArray<CompiledRule> MatchConditions { get; init; }

    /// <summary>The validations, in order.</summary>
    public required ImmutableArray<CompiledRule> Validations { get; init; }

    /// <summary>What a pass says, or null.</summary>
    public required CompiledMessage? PassMessage { get; init; }
}
