using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Reporting.Rows;

namespace PolicyEval.Reporting.Parquet;

/// <summary>Writes what stands at the end of a file: the columns, where each part of them is, and the inputs.</summary>
internal static class ParquetFooter
{
    private const int Int32 = 1;
    private const int Int64 = 2;
    private const int ByteArray = 6;
    private const int Optional = 1;
    private const int Utf8 = 0;
    private const int Micros = 10;

    /// <summary>The bytes.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="groups">The row groups, each with a part of every column.</param>
    /// <param name="metadata">Names and values.</param>
    /// <param name="toolVersion">The tool's version.</param>
    public static byte[] Of(
        ImmutableArray<ResultColumn> columns,
        IReadOnlyList<ImmutableArray<ColumnChunk>> groups,
        IReadOnlyCollection<KeyValuePair<string, string>> metadata,
        string toolVersion)
    {
        var thrift = new ThriftWriter();
        thrift.Int(1, 2);
        WriteSchema(thrift, columns);
        thrift.Long(3, groups.Sum(group => (long)group[0].Rows));
        thrift.BeginList(4, groups.Count);
        foreach (var group in groups)
            WriteGroup(thrift, group);
        thrift.BeginList(5, metadata.Count);
        foreach (var (name, value) in metadata)
        {
            thrift.BeginItem();
            thrift.Text(1, name);
            thrift.Text(2, value);
            thrift.End();
        }

        thrift.Text(6, $"policyeval version {toolVersion}");
        // Ranges are in the order of each type.
        thrift.BeginList(7, columns.Length);
        foreach (var _ in columns)
        {
            thrift.BeginItem();
            thrift.Empty(1);
            thrift.End();
        }

        thrift.End();
        return [.. thrift.Written];
    }

    private static void WriteSchema(ThriftWriter thrift, ImmutableArray<ResultColumn> columns)
    {
        thrift.BeginList(2, columns.Length + 1);
        thrift.BeginItem();
        thrift.Text(4, "results");
        thrift.Int(5, columns.Length);
        thrift.End();
        foreach (var column in columns)
        {
            thrift.BeginItem();
            thrift.Int(1, TypeOf(column.Kind));
            thrift.Int(3, Optional);
            thrift.Text(4, column.Name);
            if (column.Kind == ResultColumnKind.Text)
                WriteText(thrift);
            else if (column.Kind == ResultColumnKind.Instant)
                WriteInstant(thrift);
            thrift.End();
        }
    }

    private static int TypeOf(ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Text => ByteArray,
        ResultColumnKind.Number => Int32,
        ResultColumnKind.Instant => Int64,
        _ => throw new UnreachableException($"{kind}"),
    };

    private static void WriteText(ThriftWriter thrift)
    {
        thrift.Int(6, Utf8);
        thrift.Begin(10);
        thrift.Empty(1);
        thrift.End();
    }

    private static void WriteInstant(ThriftWriter thrift)
    {
        thrift.Int(6, Micros);
        thrift.Begin(10);
        thrift.Begin(8);
        thrift.Bool(1, true);
        thrift.Begin(2);
        thrift.Empty(2);
        thrift.End();
        thrift.End();
        thrift.End();
    }

    private static void WriteGroup(ThriftWriter thrift, ImmutableArray<ColumnChunk> chunks)
    {
        thrift.BeginItem();
        thrift.BeginList(1, chunks.Length);
        foreach (var chunk in chunks)
            WriteChunk(thrift, chunk);
        thrift.Long(2, chunks.Sum(chunk => chunk.PlainLength));
        thrift.Long(3, chunks[0].Rows);
        thrift.Long(5, chunks[0].Offset);
        thrift.Long(6, chunks.Sum(chunk => chunk.Length));
        thrift.End();
    }

    private static void WriteChunk(ThriftWriter thrift, ColumnChunk chunk)
    {
        thrift.BeginItem();
        // Metadata beside each part is not written: here is all of it.
        thrift.Long(2, 0);
        thrift.Begin(3);
        thrift.Int(1, TypeOf(chunk.Column.Kind));
        if (chunk.HasDictionary)
            thrift.Ints(2, ParquetCodes.Plain, ParquetCodes.Hybrid, ParquetCodes.Dictionary);
        else
            thrift.Ints(2, ParquetCodes.Plain, ParquetCodes.Hybrid);
        thrift.OnlyText(3, chunk.Column.Name);
        thrift.Int(4, ParquetCodes.Snappy);
        thrift.Long(5, chunk.Rows);
        thrift.Long(6, chunk.PlainLength);
        thrift.Long(7, chunk.Length);
        thrift.Long(9, chunk.DataOffset);
        if (chunk.HasDictionary)
            thrift.Long(11, chunk.Offset);
        thrift.Begin(12);
        thrift.Long(3, chunk.Nulls);
        if (chunk.Range is { } range)
        {
            thrift.Bytes(5, range.Greatest);
            thrift.Bytes(6, range.Least);
            thrift.Bool(7, true);
            thrift.Bool(8, true);
        }

        thrift.End();
        thrift.End();
        thrift.End();
    }
}
