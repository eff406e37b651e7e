using System.Globalization;

namespace PolicyEval.Snapshots.Reports;

/// <summary>An account while the report is read: there may be many, and rows to come still say more of it.</summary>
internal struct AccountDraft
{
    /// <summary>Its twelve digits.</summary>
    public long Id;

    public string Partition;

    public int FirstRow;

    /// <summary>-1 where there is none so far.</summary>
    public int RootRow;

    /// <summary>The line of its root user's row; 0 where there is none so far.</summary>
    public int RootLine;

    /// <summary>The place of the ARN in its first row.</summary>
    public (int Line, int Column) FirstArn;

    public bool HasUsers;

    public readonly string IdText => Id.ToString("000000000000", CultureInfo.InvariantCulture);

    public readonly SnapshotAccount ToAccount() => new(IdText, Partition, RootRow, FirstRow) { HasUsers = HasUsers };
}
