using System.Buffers;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The first line that an XML text may have: its version, its encoding, whether it stands alone.</summary>
internal static class XmlDeclaration
{
    private static readonly SearchValues<byte> NotOfValues = SearchValues.Create("<>&'\"\t\r\n"u8);

    /// <summary>Goes over the declaration, if the text begins with one.</summary>
    /// <exception cref="BrokenXmlException">It is not as XML has it.</exception>
    public static void Take(ref XmlCursor cursor)
    {
        var rest = cursor.Rest;
        if (!rest.StartsWith("<?xml"u8) || rest.Length < 6 || !XmlLetters.IsSpace(rest[5]))
            return;
        cursor.At += 5;
        cursor.TakeSpace();
        cursor.Take("version"u8);
        var version = TakeValue(ref cursor);
        if (!version.SequenceEqual("1.0"u8))
            throw cursor.Broken(cursor.At);
        var spaced = cursor.TakeSpace();
        if (spaced && cursor.TryTake("encoding"u8))
        {
            // The bytes are known to be UTF-8, whatever it says.
            TakeValue(ref cursor);
            spaced = cursor.TakeSpace();
        }

        if (spaced && cursor.TryTake("standalone"u8))
        {
            if (TakeValue(ref cursor) is not ([(byte)'y', (byte)'e', (byte)'s'] or [(byte)'n', (byte)'o']))
                throw cursor.Broken(cursor.At);
            cursor.TakeSpace();
        }

        cursor.Take("?>"u8);
    }

    private static ReadOnlySpan<byte> TakeValue(ref XmlCursor cursor)
    {
        cursor.TakeSpace();
        cursor.Take("="u8);
        cursor.TakeSpace();
        var quote = cursor.Next;
        if (quote is not ((byte)'"' or (byte)'\''))
            throw cursor.Broken(cursor.At);
        cursor.At++;
        var start = cursor.At;
        var value = cursor.TakeThrough([quote]);
        if (value.IndexOfAny(NotOfValues) is var wrong and >= 0)
            throw cursor.Broken(start + wrong);
        return value;
    }
}
