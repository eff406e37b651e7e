using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Explaining;

/// <summary>
/// The turn of a loop that is shown: the one that decided, else the first that had no value, else the first.
/// </summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Count">How many turns there were.</param>
/// <param name="Element">The element of a list, or the key of a map.</param>
/// <param name="Decides">Whether the value of the loop comes from this turn alone.</param>
public sealed record LoopTurn(int Number, int Count, CelValue Element, bool Decides);
