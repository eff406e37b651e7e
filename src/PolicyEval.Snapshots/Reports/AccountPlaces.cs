namespace PolicyEval.Snapshots.Reports;

/// <summary>What diagnostics about an account name.</summary>
/// <param name="FirstArn">The place of the ARN in its first row.</param>
/// <param name="RootLine">The line of its root user's row; 0 where there is none so far.</param>
internal readonly record struct AccountPlaces((int Line, int Column) FirstArn, int RootLine);
