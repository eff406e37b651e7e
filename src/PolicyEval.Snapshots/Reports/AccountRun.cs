namespace PolicyEval.Snapshots.Reports;

/// <summary>Rows of a block that follow each other and are of one account.</summary>
internal struct AccountRun
{
    /// <summary>The first of them, by its index in the block.</summary>
    public int First;

    /// <summary>Behind the last of them.</summary>
    public int End;

    /// <summary>The row of the root user, the first if there are several; -1 where there is none.</summary>
    public int RootRow;

    /// <summary>Whether there is a row of a user.</summary>
    public bool HasUsers;
}
