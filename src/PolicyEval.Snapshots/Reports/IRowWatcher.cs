namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Sees the rows of a large report while it is opened and each is split and in the cache, so that it need not read the
/// file again. Used by one thread.
/// </summary>
public interface IRowWatcher
{
    /// <summary>
    /// Sees a row that was checked, good until this returns. What is concluded may stand only once the report is open:
    /// what follows may make the whole report unusable.
    /// </summary>
    void See(WatchedRow row);

    /// <summary>Learns that it saw all rows.</summary>
    void End();
}
