using System.Buffers;
using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>
/// The table of results as a folder of Apache Parquet files, partitioned by account and day as Hive names partitions.
/// The files of a snapshot are written when the next one begins, so that a run over ten thousand of them holds the rows
/// of one; of a large report over many accounts the rows go through a scratch file.
/// </summary>
public sealed class PartitionedParquetWriter : IResultSink, IDisposable
{
    private readonly IReportFolder _folder;
    private readonly ParquetTableWriter _table = new(PartitionPath.Columns);
    private readonly PlainCells _cells = new();
    private readonly ArrayBufferWriter<byte> _row = new();
    private readonly RowSpool _spool;
    private RunHeader? _header;
    private RunIndex? _index;
    private ResultRows? _rows;
    private ImmutableHashSet<string> _repeated = [];
    private string _snapshot = "";

    /// <summary>Makes a writer.</summary>
    /// <param name="folder">Takes the files.</param>
    public PartitionedParquetWriter(IReportFolder folder)
    {
        _folder = folder;
        _spool = new RowSpool(folder.CreateScratch);
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _header = header;
        _index = new RunIndex(header);
        _rows = new ResultRows(header);
        _repeated =
        [
            .. header.Snapshots.CountBy(snapshot => snapshot.Digest).Where(count => count.Value > 1)
                .Select(count => count.Key),
        ];
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        var rows = _rows ?? throw new InvalidOperationException("The run has no beginning.");
        if (finding.Snapshot != _snapshot)
        {
            // Evidence that is given twice comes back, and its findings count twice.
            if (!_repeated.Contains(_snapshot))
                Write(_snapshot);
            _snapshot = finding.Snapshot;
        }

        foreach (var row in rows.Of(finding))
        {
            _row.ResetWrittenCount();
            foreach (var column in PartitionPath.Columns)
            {
                var cell = _cells.Of(column, row);
                _row.WriteVarint((ulong)cell.Length);
                _row.Write(cell);
            }

            _spool.Add(finding.Snapshot, finding.Resource.Account, _row.WrittenSpan);
        }
    }

    /// <inheritdoc/>
    public void End(RunFooter footer) => Write(snapshot: null);

    /// <inheritdoc/>
    public void Dispose() => _spool.Dispose();

    /// <summary>Writes the files of a snapshot, or all that are left.</summary>
    private void Write(string? snapshot)
    {
        var header = _header ?? throw new InvalidOperationException("The run has no beginning.");
        foreach (var rows in _spool.PartitionsOf(snapshot))
        {
            var reference = _index!.SnapshotOf(rows.Snapshot);
            using var file = _folder.Create(PartitionPath.Of(reference, rows.Account));
            _table.Begin(file);
            foreach (var block in _spool.Read(rows))
                AddRows(block.Span);
            _table.End(ParquetInputs.Of(header, reference, rows.Account), header.ToolVersion);
            _spool.Remove(rows);
        }
    }

    private void AddRows(ReadOnlySpan<byte> rows)
    {
        while (!rows.IsEmpty)
        {
            var length = (int)Varint.ReadVarint(ref rows);
            _table.Add(rows[..length]);
            rows = rows[length..];
        }
    }
}
