namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Whether a part of a pattern matches from a position on so that what comes after it matches too.</summary>
/// <param name="text">The code points.</param>
/// <param name="at">The position.</param>
/// <param name="groups">Start and end of each group, -1 for none; changed on the way.</param>
/// <param name="next">What comes after.</param>
internal delegate bool Pattern(int[] text, int at, (int Start, int End)[] groups, Func<int, bool> next);
