namespace PolicyEval.Reporting.Comparing;

/// <summary>What the user named to be compared.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Sha256">Of a JSON report; empty for a snapshot, which has its digest.</param>
public sealed record ComparedInput(string Path, string Sha256);
