namespace PolicyEval.Snapshots.Calls;

/// <summary>Letters that stand together, as <see cref="EncodedText"/> reads them.</summary>
internal struct LetterRun
{
    private const int PrefixLength = 4;
    private int _prefix;
    private bool _hasUpper;
    private bool _hasLower;
    private bool _hasDigit;

    /// <summary>The offset of the first letter.</summary>
    public int Start { get; private set; }

    /// <summary>The offset behind the last letter.</summary>
    public int End { get; private set; }

    /// <summary>How many letters, however they are encoded.</summary>
    public int Count { get; private set; }

    /// <summary>Whether capitals, small letters and digits are among them, as in random base64.</summary>
    public readonly bool IsMixed => _hasUpper && _hasLower && _hasDigit;

    /// <summary>The first four letters.</summary>
    public readonly string Prefix => Count < PrefixLength ? "" : string.Create(PrefixLength, _prefix, Unpack);

    /// <summary>Letters that stand for themselves.</summary>
    public static LetterRun Of(ReadOnlySpan<byte> text, int start, int end)
    {
        var letters = text[start..end];
        var run = default(LetterRun);
        foreach (var letter in letters[..Math.Min(PrefixLength, letters.Length)])
            run.Take(letter, start + run.Count, 1);
        run.Start = start;
        run.End = end;
        run.Count = letters.Length;
        run._hasUpper = letters.ContainsAnyInRange((byte)'A', (byte)'Z');
        run._hasLower = letters.ContainsAnyInRange((byte)'a', (byte)'z');
        run._hasDigit = letters.ContainsAnyInRange((byte)'0', (byte)'9');
        return run;
    }

    public void Take(byte letter, int at, int length)
    {
        if (Count == 0)
            Start = at;
        if (Count < PrefixLength)
            _prefix = (_prefix << 8) | letter;
        Count++;
        End = at + length;
        _hasUpper |= char.IsAsciiLetterUpper((char)letter);
        _hasLower |= char.IsAsciiLetterLower((char)letter);
        _hasDigit |= char.IsAsciiDigit((char)letter);
    }

    private static void Unpack(Span<char> letters, int packed)
    {
        for (var i = letters.Length - 1; i >= 0; i--, packed >>= 8)
            letters[i] = (char)(packed & 0xFF);
    }
}
