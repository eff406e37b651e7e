using PolicyEval.Language.Values;

namespace PolicyEval.Language.Emit;

/// <summary>What gives a loop its range; false with an error or an unknown where there is none.</summary>
internal delegate bool RangeSource(CelFrame frame, ref CelValue other, out LoopRange range);
