using PolicyEval.Language.Values;

namespace PolicyEval.Language.Symbols;

/// <summary>
/// Looks at a constant argument when the expression is compiled, so that a bad pattern, date or zone is an error there
/// and not in the middle of a run.
/// </summary>
/// <param name="Index">The argument's index, the receiver's being 0.</param>
/// <param name="Find">What is wrong with the constant, or null. It gets values of the parameter's type only.</param>
public sealed record ArgumentCheck(int Index, Func<CelValue, ArgumentFault?> Find);
