namespace PolicyEval.Snapshots.Cells;

/// <summary>
/// One record, read byte by byte: what <see cref="Separators"/> does for bytes in which nothing is wrong, this does for
/// any bytes. A misplaced quote stands for itself, and the first one is remembered.
/// </summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">Behind its last byte, without the line end.</param>
/// <param name="Next">Behind its line end.</param>
/// <param name="Cells">How many cells it has.</param>
/// <param name="Fault">What is wrong with its quotes.</param>
/// <param name="FaultAt">Where: of a quote that is never closed, that quote.</param>
internal readonly record struct CsvRecord(int Start, int End, int Next, int Cells, QuoteFault Fault, int FaultAt)
{
    /// <summary>Reads the record that starts at a place; false where it goes on behind the bytes.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="start">Where it starts; there must be a byte.</param>
    /// <param name="isLast">Whether the bytes end where the file does.</param>
    /// <param name="ends">Where the ends of its cells are added; they are in vain where the answer is false.</param>
    /// <param name="record">The record.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> text, int start, bool isLast, Separators ends, out CsvRecord record)
    {
        var (cells, fault, faultAt) = (0, QuoteFault.None, 0);
        for (var at = start; ;)
        {
            var cell = at;
            if (at < text.Length && text[at] == (byte)'"')
            {
                at = BehindClosingQuote(text, at);
                var isOpen = at < 0;
                at = isOpen ? text.Length : at;
                if (fault == QuoteFault.None && isOpen)
                    (fault, faultAt) = (QuoteFault.Open, cell);
                else if (fault == QuoteFault.None && !EndsAt(text, at))
                    (fault, faultAt) = (QuoteFault.TextBehind, at);
            }

            var length = text[at..].IndexOfAny((byte)',', (byte)'\n');
            if (length < 0 && !isLast)
            {
                record = default;
                return false;
            }

            var end = length < 0 ? text.Length : at + length;
            var quote = text[at..end].IndexOf((byte)'"');
            if (fault == QuoteFault.None && quote >= 0)
                (fault, faultAt) = (QuoteFault.Stray, at + quote);
            cells++;
            ends.Add(end);
            at = end + 1;
            if (length >= 0 && text[end] == (byte)',')
                continue;
            var next = Math.Min(at, text.Length);
            if (length >= 0 && end > cell && text[end - 1] == (byte)'\r')
                end--;
            record = new CsvRecord(start, end, next, cells, fault, faultAt);
            return true;
        }
    }

    private static int BehindClosingQuote(ReadOnlySpan<byte> text, int opening)
    {
        for (var at = opening + 1; ; at += 2)
        {
            var quote = text[at..].IndexOf((byte)'"');
            if (quote < 0)
                return -1;
            at += quote;
            if (at + 1 >= text.Length || text[at + 1] != (byte)'"')
                return at + 1;
        }
    }

    private static bool EndsAt(ReadOnlySpan<byte> text, int at) =>
        at == text.Length || text[at] is (byte)',' or (byte)'\n' || text[at..] is [(byte)'\r', (byte)'\n', ..];
}
