namespace PolicyEval.Evaluation.Periods;

/// <summary>A snapshot of the period that could not be used, or of which calls failed.</summary>
/// <param name="Path">Where it lies, below the folder that was asked for.</param>
/// <param name="Account">The account that it says it is of; empty where it does not.</param>
/// <param name="At">When it was made, RFC 3339 UTC, or null where nothing tells.</param>
/// <param name="IsUsed">Whether it was evaluated all the same.</param>
/// <param name="Why">What is wrong.</param>
public sealed record FailedSnapshot(string Path, string Account, string? At, bool IsUsed, string Why);
