using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>An emitted expression.</summary>
internal delegate CelValue Evaluator(CelFrame frame);
