using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Binding;

/// <summary>What the binder makes of an expression.</summary>
/// <param name="Root">The tree; every type in it is final.</param>
/// <param name="HasErrors">
/// Whether a part of it has no type, because of what is wrong here or in the variables that it names.
/// </param>
/// <param name="LocalCount">How many locals an evaluation needs.</param>
/// <param name="IsMetered">Whether an evaluation calls what may make large values, so that it is to count them.</param>
/// <param name="Fields">The record fields that are named, each once, in the order of the text.</param>
/// <param name="Diagnostics">What was wrong.</param>
internal sealed record BoundTree(
    BoundExpression Root,
    bool HasErrors,
    int LocalCount,
    bool IsMetered,
    ImmutableArray<FieldReference> Fields,
    ImmutableArray<Diagnostic> Diagnostics);
