using System.Collections.Immutable;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Dependence;

/// <summary>What the names of expressions mean to whoever asks what they depend on.</summary>
/// <param name="Resource">The variable of the resource.</param>
/// <param name="Instant">The variable of the instant at which ages are measured.</param>
/// <param name="Variables">The variable whose fields are expressions themselves.</param>
/// <param name="Expressions">Those expressions, by slot.</param>
public sealed record DependenceScope(
    VariableSymbol Resource,
    VariableSymbol Instant,
    VariableSymbol Variables,
    ImmutableArray<CompiledExpression> Expressions)
{
    /// <summary>The variables that are the same for all resources.</summary>
    public ImmutableArray<VariableSymbol> Constants { get; init; } = [];

    /// <summary>The first slot of fields whose evidence may be absent (<see cref="CelDependence.Opaque"/>).</summary>
    public required int FirstOpaque { get; init; }
}
