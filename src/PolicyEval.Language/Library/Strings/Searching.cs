using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>Offsets and parts of strings.</summary>
internal static class Searching
{
    /// <summary><c>text.charAt(offset)</c>.</summary>
    public static CelValue CharAt(CelValue text, CelValue offset)
    {
        var start = CodePoints.OffsetOf(text.AsString, offset.AsInt);
        if (start < 0)
            return OutOfRange(offset);
        if (start == text.AsString.Length)
            return CelValue.Of("");
        return CelValue.Of(text.AsString.Substring(start, char.IsHighSurrogate(text.AsString[start]) ? 2 : 1));
    }

    /// <summary><c>text.indexOf(part)</c>.</summary>
    public static CelValue IndexOf(CelValue text, CelValue part) =>
        Index(text.AsString, TextSearch.First(text.AsString, part.AsString, 0));

    /// <summary><c>text.indexOf(part, from)</c>.</summary>
    public static CelValue IndexOfFrom(ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        var from = CodePoints.OffsetOf(text, arguments[2].AsInt);
        return from < 0 ? OutOfRange(arguments[2]) : Index(text, TextSearch.First(text, arguments[1].AsString, from));
    }

    /// <summary><c>text.lastIndexOf(part)</c>.</summary>
    public static CelValue LastIndexOf(CelValue text, CelValue part) =>
        Index(text.AsString, TextSearch.Last(text.AsString, part.AsString, text.AsString.Length));

    /// <summary><c>text.lastIndexOf(part, upTo)</c>.</summary>
    public static CelValue LastIndexOfUpTo(ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        var upTo = CodePoints.OffsetOf(text, arguments[2].AsInt);
        return upTo < 0 ? OutOfRange(arguments[2]) : Index(text, TextSearch.Last(text, arguments[1].AsString, upTo));
    }

    /// <summary><c>text.substring(from)</c>.</summary>
    public static CelValue Substring(CelValue text, CelValue from)
    {
        var start = CodePoints.OffsetOf(text.AsString, from.AsInt);
        return start < 0 ? OutOfRange(from) : CelValue.Of(text.AsString[start..]);
    }

    /// <summary><c>text.substring(from, to)</c>.</summary>
    public static CelValue SubstringTo(ReadOnlySpan<CelValue> arguments)
    {
        var text = arguments[0].AsString;
        var start = CodePoints.OffsetOf(text, arguments[1].AsInt);
        if (start < 0)
            return OutOfRange(arguments[1]);
        var end = CodePoints.OffsetOf(text, arguments[2].AsInt);
        if (end < 0)
            return OutOfRange(arguments[2]);
        return end < start
            ? CelValue.Error($"invalid substring range: from {arguments[1].AsInt} to {arguments[2].AsInt}")
            : CelValue.Of(text[start..end]);
    }

    private static CelValue Index(string text, int offset) =>
        CelValue.Of(offset < 0 ? -1L : CodePoints.Count(text.AsSpan(0, offset)));

    private static CelValue OutOfRange(CelValue offset) => CelValue.Error($"index out of range: {offset.AsInt}");
}
