using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// A place in an XML text and the steps from there over names, references, comments and instructions. What is not as
/// XML 1.0 has it is refused with the offset from which on it is not.
/// </summary>
internal ref struct XmlCursor
{
    private readonly ReadOnlySpan<byte> _whole;

    /// <param name="text">The text in UTF-8.</param>
    public XmlCursor(ReadOnlySpan<byte> text)
    {
        _whole = text;
        // Behind a character that no XML may hold, nothing can make it XML.
        Text = text[..XmlLetters.IndexOfForbidden(text)];
    }

    /// <summary>The text, up to the first character that no XML may hold.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>The offset of what comes next.</summary>
    public int At { get; set; }

    /// <summary>All that comes next.</summary>
    public readonly ReadOnlySpan<byte> Rest => Text[At..];

    /// <summary>The next byte; 0, which no XML holds, at the end.</summary>
    public readonly byte Next => At < Text.Length ? Text[At] : (byte)0;

    /// <summary>Whether nothing comes.</summary>
    public readonly bool IsAtEnd => At == _whole.Length;

    public readonly BrokenXmlException Broken(int offset) => new(_whole, offset);

    /// <summary>Goes over bytes, if they come next.</summary>
    public bool TryTake(scoped ReadOnlySpan<byte> bytes)
    {
        if (!Rest.StartsWith(bytes))
            return false;
        At += bytes.Length;
        return true;
    }

    /// <summary>Goes over bytes that must come next.</summary>
    /// <exception cref="BrokenXmlException">They do not.</exception>
    public void Take(scoped ReadOnlySpan<byte> bytes)
    {
        var common = Rest.CommonPrefixLength(bytes);
        At += common;
        if (common < bytes.Length)
            throw Broken(At);
    }

    /// <summary>Goes over white space; whether there was any.</summary>
    public bool TakeSpace()
    {
        var start = At;
        while (XmlLetters.IsSpace(Next))
            At++;
        return At > start;
    }

    /// <summary>Goes over all up to a mark, and over the mark; gives what is before it.</summary>
    /// <exception cref="BrokenXmlException">There is no such mark.</exception>
    public ReadOnlySpan<byte> TakeThrough(scoped ReadOnlySpan<byte> mark)
    {
        var length = Rest.IndexOf(mark);
        if (length < 0)
            throw Broken(Text.Length);
        var before = Rest[..length];
        At += length + mark.Length;
        return before;
    }

    /// <summary>Goes over a name without a colon.</summary>
    /// <exception cref="BrokenXmlException">There is none.</exception>
    public ReadOnlySpan<byte> TakeName()
    {
        var start = At;
        if (Rune.DecodeFromUtf8(Rest, out var first, out _) != default || !XmlLetters.IsStart(first.Value))
            throw Broken(At);
        while (true)
        {
            var length = Rest.IndexOfAnyExcept(XmlLetters.OfNames);
            At += length < 0 ? Rest.Length : length;
            if (Next < 0x80 || Rune.DecodeFromUtf8(Rest, out var letter, out var bytes) != default
                || !XmlLetters.IsOfName(letter.Value))
            {
                return Text[start..At];
            }

            At += bytes;
        }
    }

    /// <summary>Goes over a name that may have a prefix; gives the length of the prefix, 0 for none.</summary>
    /// <exception cref="BrokenXmlException">There is none.</exception>
    public int TakePrefixedName()
    {
        var prefix = TakeName().Length;
        if (!TryTake(":"u8))
            return 0;
        TakeName();
        return Next == ':' ? throw Broken(At) : prefix;
    }

    /// <summary>Goes over a reference and gives the character that it stands for.</summary>
    /// <exception cref="BrokenXmlException">It is none that XML knows without a DTD.</exception>
    public Rune TakeReference()
    {
        var start = At;
        Take("&"u8);
        if (TryTake("#"u8))
            return TakeCode();
        var name = TakeName();
        Take(";"u8);
        return new Rune(name switch
        {
            [(byte)'a', (byte)'m', (byte)'p'] => '&',
            [(byte)'l', (byte)'t'] => '<',
            [(byte)'g', (byte)'t'] => '>',
            [(byte)'q', (byte)'u', (byte)'o', (byte)'t'] => '"',
            [(byte)'a', (byte)'p', (byte)'o', (byte)'s'] => '\'',
            _ => throw Broken(start + 1),
        });
    }

    /// <summary>Goes over a comment whose beginning was taken.</summary>
    public void TakeComment()
    {
        TakeThrough("--"u8);
        if (Next != 0 && Next != '>')
            throw Broken(At - 2);
        Take(">"u8);
    }

    /// <summary>Goes over an instruction whose beginning was taken.</summary>
    public void TakeInstruction()
    {
        if (Ascii.EqualsIgnoreCase(TakeName(), "xml"u8))
            throw Broken(At);
        if (TryTake("?>"u8))
            return;
        if (!TakeSpace())
            throw Broken(At);
        TakeThrough("?>"u8);
    }

    private static int ValueOf(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private Rune TakeCode()
    {
        var radix = TryTake("x"u8) ? 16 : 10;
        var start = At;
        var code = 0L;
        for (; char.IsAsciiHexDigit((char)Next) && (radix == 16 || Next <= '9'); At++)
        {
            code = (code * radix) + ValueOf(Next);
            if (code > int.MaxValue)
                throw Broken(At);
        }

        if (At == start || Next != ';')
            throw Broken(At);
        if (!XmlLetters.IsAny((int)code))
            throw Broken(start);
        Take(";"u8);
        return new Rune((int)code);
    }
}
