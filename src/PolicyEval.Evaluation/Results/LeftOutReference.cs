namespace PolicyEval.Evaluation.Results;

/// <summary>A snapshot of a tree that the run does not read, as reports name it.</summary>
/// <param name="Place">Its place in the tree.</param>
/// <param name="Account">Its account.</param>
/// <param name="Time">When its evidence is of, RFC 3339 UTC, or null where that is not known.</param>
/// <param name="Reason"><c>older</c>, <c>timeless</c>, <c>copy</c>, <c>unusable-copy</c> or <c>same-time</c>.</param>
/// <param name="For">The place of the one that is read in its stead.</param>
public sealed record LeftOutReference(string Place, string Account, string? Time, string Reason, string For);
