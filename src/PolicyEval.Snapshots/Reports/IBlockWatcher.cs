namespace PolicyEval.Snapshots.Reports;

/// <summary>Sees the rows of a block. Used by one thread at a time, for one block after the other.</summary>
public interface IBlockWatcher
{
    /// <summary>Forgets the block before.</summary>
    void Clear();

    /// <summary>Learns that the next row is of another account than the one before it, or the first.</summary>
    void BeginAccount();

    /// <summary>Sees a row.</summary>
    /// <param name="cells">Its cells, good until this returns.</param>
    /// <param name="isRoot">Whether it is a root user's.</param>
    void See(RowCells cells, bool isRoot);
}
