using System.Text;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Answers;

/// <summary>
/// Finds lines and columns in a text whose places are asked for again and again: it remembers the place of every block,
/// so that no question reads more than one of them, however long the lines are. Immutable.
/// </summary>
internal sealed class JsonPlaces
{
    private const int BlockLength = 4096;

    private readonly Source _source;
    private readonly (int Offset, int Line, int Column)[] _blocks;

    public JsonPlaces(Source source)
    {
        _source = source;
        var blocks = new List<(int Offset, int Line, int Column)> { (source.TextStart, 1, 1) };
        while (EndOf(blocks[^1].Offset) is var end && end < source.Bytes.Length)
        {
            var (line, column) = Walk(blocks[^1], end);
            blocks.Add((end, line, column));
        }

        _blocks = [.. blocks];
    }

    /// <summary>The line and column of an offset, 1-based, columns in UTF-16 units.</summary>
    public (int Line, int Column) Of(int offset)
    {
        var (low, high) = (0, _blocks.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_blocks[middle].Offset <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return Walk(_blocks[low], offset);
    }

    /// <summary>Where the next block starts: never inside a character.</summary>
    private int EndOf(int start)
    {
        var bytes = _source.Bytes;
        var end = Math.Min(start + BlockLength, bytes.Length);
        while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80)
            end++;
        return end;
    }

    private (int Line, int Column) Walk((int Offset, int Line, int Column) from, int to)
    {
        var passed = _source.Bytes[from.Offset..to];
        var lastEnd = passed.LastIndexOf((byte)'\n');
        return lastEnd < 0
            ? (from.Line, from.Column + Encoding.UTF8.GetCharCount(passed))
            : (from.Line + passed.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(passed[(lastEnd + 1)..]));
    }
}
