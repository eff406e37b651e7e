using System.Collections.Immutable;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>Where the rows of a report stand and which account each belongs to: 16 bytes a row.</summary>
internal sealed class RowIndex(ImmutableArray<IndexedRow> rows, ImmutableArray<SnapshotAccount> accounts)
{
    public int Count => rows.Length;

    public ImmutableArray<SnapshotAccount> Accounts => accounts;

    public RowPlace PlaceOf(int row) => rows[row].Place;

    public SnapshotAccount AccountOf(int row) => accounts[rows[row].Account];
}
