using System.Text;
using PolicyEval.Snapshots.Cells;

namespace PolicyEval.Snapshots.Reports;

/// <summary>
/// A flag and the cells behind it that tell of the same thing, an access key for example: mostly there is no such
/// thing, and all of them are known by one look. Or a time by itself. Immutable.
/// </summary>
internal sealed class CellGroup
{
    private CellGroup(ReportHeader header, int first, int count)
    {
        First = first;
        Count = count;
        Columns =
        [
            .. Enumerable.Range(first, count)
                .Where(index => header.Known[index] is { Kind: ColumnKind.Bool or ColumnKind.Timestamp })
                .Select(index => new TypedColumn(index, header.Known[index]!.Ordinal, header.Known[index]!.Kind)),
        ];
        var unused = "false" + string.Concat(Enumerable.Repeat(",N/A", count - 1));
        Unused = count == 1 ? [] : Encoding.ASCII.GetBytes(unused);
    }

    /// <summary>The index of its first cell in the header.</summary>
    public int First { get; }

    /// <summary>How many cells it has.</summary>
    public int Count { get; }

    /// <summary>Its times and flags.</summary>
    public TypedColumn[] Columns { get; }

    /// <summary>What its cells say where there is no such thing; empty where it is one cell.</summary>
    public byte[] Unused { get; }

    /// <summary>The times and flags of a report, in order.</summary>
    public static CellGroup[] Of(ReportHeader header)
    {
        var groups = new List<CellGroup>();
        for (var first = 0; first < header.Known.Length;)
        {
            var count = 1;
            if (header.Known[first] is { Kind: ColumnKind.Bool })
            {
                while (first + count < header.Known.Length
                    && header.Known[first + count] is { Kind: ColumnKind.Timestamp or ColumnKind.Text })
                {
                    count++;
                }
            }

            if (header.Known[first] is { Kind: ColumnKind.Bool or ColumnKind.Timestamp })
                groups.Add(new CellGroup(header, first, count));
            first += count;
        }

        return [.. groups];
    }
}
