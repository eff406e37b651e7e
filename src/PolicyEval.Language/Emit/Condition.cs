using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>
/// An emitted expression that answers true or false. <paramref name="other"/> is written only where the answer is
/// <see cref="Truth.Other"/>, so that conditions of plain truth values move no values about.
/// </summary>
internal delegate Truth Condition(CelFrame frame, ref CelValue other);
