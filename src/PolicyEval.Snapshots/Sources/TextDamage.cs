using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// Finds what makes bytes no text, piece by piece to the end of a file: a NUL before all else, then bytes that are not
/// UTF-8, then a carriage return without line feed; of each the first.
/// </summary>
/// <param name="bytes">The file.</param>
/// <param name="fileName">Its name in diagnostics.</param>
/// <param name="pieceBytes">How much is looked at together; 8 at least, so that a character fits.</param>
internal sealed class TextDamage(ByteStore bytes, string fileName, int pieceBytes)
{
    private int _line;
    private int _units;
    private SnapshotDiagnostic? _invalid;
    private SnapshotDiagnostic? _loneReturn;

    /// <summary>The damage from the start of a line on, or null.</summary>
    /// <param name="offset">Where the line starts.</param>
    /// <param name="line">Its number, 1-based.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public SnapshotDiagnostic? Find(long offset, int line, CancellationToken cancellationToken)
    {
        (_line, _units) = (line, 0);
        byte[] buffer = [];
        while (offset < bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var piece = bytes.Read(offset, pieceBytes, ref buffer).AsSpan();
            if (piece.IsEmpty)
                break;
            if (piece.IndexOf((byte)0) is >= 0 and var nul)
                return At(SnapshotDescriptors.NulByte, piece, nul);
            var isLast = offset + piece.Length >= bytes.Length;
            if (!isLast)
                piece = WithWholeCharacters(piece);
            if (_invalid is null && FirstInvalid(piece) is >= 0 and var invalid)
            {
                var value = piece[invalid].ToString("X2", CultureInfo.InvariantCulture);
                _invalid = At(SnapshotDescriptors.InvalidUtf8, piece, invalid, value);
            }

            if (_loneReturn is null && FirstLoneReturn(ref piece, isLast) is >= 0 and var lone)
                _loneReturn = At(SnapshotDescriptors.LoneCarriageReturn, piece, lone);
            var (newLines, units) = Advance(piece);
            (_line, _units) = (_line + newLines, units);
            offset += piece.Length;
        }

        return _invalid ?? _loneReturn;
    }

    private SnapshotDiagnostic At(
        SnapshotDescriptor descriptor, ReadOnlySpan<byte> piece, int index, params ReadOnlySpan<string> arguments)
    {
        var (newLines, units) = Advance(piece[..index]);
        return new SnapshotDiagnostic(descriptor, fileName, _line + newLines, 1 + units, "", [.. arguments]);
    }

    /// <summary>The lines that end in the bytes, and the UTF-16 units behind the last line's start.</summary>
    private (int NewLines, int Units) Advance(ReadOnlySpan<byte> passed)
    {
        var lineEnd = passed.LastIndexOf((byte)'\n');
        var units = Encoding.UTF8.GetCharCount(passed[(lineEnd + 1)..]);
        return (passed.Count((byte)'\n'), lineEnd < 0 ? _units + units : units);
    }

    /// <summary>The piece without a character at its end that goes on behind it.</summary>
    private static Span<byte> WithWholeCharacters(Span<byte> piece)
    {
        for (var back = 1; back < Math.Min(4, piece.Length); back++)
        {
            var value = piece[^back];
            if ((value & 0xC0) == 0x80)
                continue;
            var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            return length > back ? piece[..^back] : piece;
        }

        return piece;
    }

    /// <summary>The first byte that is not UTF-8, or -1.</summary>
    private static int FirstInvalid(ReadOnlySpan<byte> piece)
    {
        if (Utf8.IsValid(piece))
            return -1;
        var offset = 0;
        while (Rune.DecodeFromUtf8(piece[offset..], out _, out var consumed) == OperationStatus.Done)
            offset += consumed;
        return offset;
    }

    /// <summary>The first carriage return without line feed, or -1; one at the end of the piece is cut off.</summary>
    private static int FirstLoneReturn(ref Span<byte> piece, bool isLast)
    {
        for (var at = 0; piece[at..].IndexOf((byte)'\r') is >= 0 and var next; at++)
        {
            at += next;
            if (at + 1 == piece.Length && !isLast && at > 0)
            {
                piece = piece[..at];
                return -1;
            }

            if (at + 1 == piece.Length || piece[at + 1] != (byte)'\n')
                return at;
        }

        return -1;
    }
}
