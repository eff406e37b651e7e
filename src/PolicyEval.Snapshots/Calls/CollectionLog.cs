using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// <c>data/collection.jsonl</c>: a JSON object a line for each attempt at a call. There is one spelling of every
/// record, so what was read and is written again gives the same bytes.
/// </summary>
public static class CollectionLog
{
    /// <summary>The bytes of the log.</summary>
    public static byte[] Write(IEnumerable<CallRecord> records)
    {
        var log = new ArrayBufferWriter<byte>();
        foreach (var record in records)
            CallRecordJson.Write(record, log);
        return log.WrittenSpan.ToArray();
    }

    /// <summary>The records, or null with the diagnostics that say why not.</summary>
    /// <param name="name">The file's name, as diagnostics cite it.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="diagnostics">What is wrong with it; empty where nothing is.</param>
    public static ImmutableArray<CallRecord>? Read(
        string name, ReadOnlyMemory<byte> bytes, out ImmutableArray<SnapshotDiagnostic> diagnostics)
    {
        var bag = new SnapshotDiagnosticBag(SnapshotLimits.Default.Diagnostics);
        var records = Read(name, bytes, bag);
        diagnostics = bag.ToImmutable();
        return records;
    }

    internal static ImmutableArray<CallRecord>? Read(
        string name, ReadOnlyMemory<byte> bytes, SnapshotDiagnosticBag diagnostics)
    {
        var records = ImmutableArray.CreateBuilder<CallRecord>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        var written = new ArrayBufferWriter<byte>();
        var line = 0;
        var errors = diagnostics.Errors;
        for (var rest = bytes; rest.Length > 0;)
        {
            line++;
            var end = rest.Span.IndexOf((byte)'\n');
            var text = rest[..(end < 0 ? rest.Length : end + 1)];
            rest = rest[text.Length..];
            if (new CallRecordReader(name, line, text, written, diagnostics).Read() is not { } record)
                continue;
            if (record.Sequence != line)
            {
                diagnostics.Report(
                    CallDescriptors.BadSequence, name, (line, 1), "sequence",
                    record.Sequence.ToString(CultureInfo.InvariantCulture),
                    line.ToString(CultureInfo.InvariantCulture));
            }

            if (record.File is { } file && !files.Add(file))
                diagnostics.Report(CallDescriptors.BadPage, name, (line, 1), "file", file, "one call alone");
            records.Add(record);
        }

        return diagnostics.Errors > errors ? null : records.ToImmutable();
    }
}
