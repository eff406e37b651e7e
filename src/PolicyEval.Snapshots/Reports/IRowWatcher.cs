using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// Sees the rows of a large report while it is opened and each is split and in the cache, so that it need not read the
/// file again. Blocks of rows are seen by several threads at once, and taken by one after the other.
/// </summary>
public interface IRowWatcher
{
    /// <summary>The columns that it asks for, by their ordinals in <see cref="CredentialReportColumns"/>.</summary>
    ImmutableArray<int> Columns { get; }

    /// <summary>Makes what sees the rows of one block at a time. Called by any thread.</summary>
    IBlockWatcher Watch();

    /// <summary>
    /// Takes what was seen of a block, in the order of the file. What is concluded may stand only once the report is
    /// open: what follows may make the whole report unusable.
    /// </summary>
    /// <param name="block">What saw the block's rows.</param>
    /// <param name="accounts">
    /// For each time that an account began in it, the account's index in <see cref="CredentialReport.Accounts"/>.
    /// </param>
    /// <param name="start">Where the block stands, as its first row.</param>
    void Take(IBlockWatcher block, ReadOnlySpan<int> accounts, in RowPlace start);

    /// <summary>Learns that it took all rows.</summary>
    void End();
}
