namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// An AWS account that a credential report holds rows of, or that a snapshot without one is of.
/// </summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Partition"><c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> …, from the ARNs.</param>
/// <param name="RootRow">The index of the root user's row, or -1 where the report has none.</param>
/// <param name="FirstRow">The index of the account's first row, or -1 without a report.</param>
public sealed record SnapshotAccount(string Id, string Partition, int RootRow, int FirstRow)
{
    /// <summary>Whether the report has a row of it that is not its root user's.</summary>
    public bool HasUsers { get; init; }
}
