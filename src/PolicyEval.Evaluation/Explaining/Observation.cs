using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>What one evaluation of a node came to.</summary>
/// <param name="Value">The value.</param>
/// <param name="Cells">The cells that decided, none twice.</param>
/// <param name="Children">By child, null for one that was not evaluated.</param>
/// <param name="Turn">For a loop the turn that the children show.</param>
internal sealed record Observation(CelValue Value, CelCell[] Cells, Observation?[] Children, LoopTurn? Turn);
