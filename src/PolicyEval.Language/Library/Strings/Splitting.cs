using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>Strings to lists and back.</summary>
internal static class Splitting
{
    /// <summary><c>text.split(separator)</c>.</summary>
    public static CelValue Split(CelValue text, CelValue separator) => Split(text.AsString, separator.AsString, -1);

    /// <summary><c>text.split(separator, most)</c>.</summary>
    public static CelValue SplitUpTo(ReadOnlySpan<CelValue> arguments) =>
        Split(arguments[0].AsString, arguments[1].AsString, arguments[2].AsInt);

    /// <summary><c>list.join()</c>.</summary>
    public static CelValue Join(CelValue list) => JoinWith(list, CelValue.Of(""));

    /// <summary><c>list.join(separator)</c>.</summary>
    public static CelValue JoinWith(CelValue list, CelValue separator)
    {
        var (elements, between) = (list.AsList, separator.AsString);
        var length = Math.Max(0, elements.Count - 1) * (long)between.Length;
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Kind != CelKind.String)
                return CelErrors.NoOverload("join", elements[i]);
            length += elements[i].AsString.Length;
            if (length > CelLimits.StringLength)
                return CelErrors.StringTooLong;
        }

        var text = new StringBuilder((int)length);
        for (var i = 0; i < elements.Count; i++)
            text.Append(i == 0 ? "" : between).Append(elements[i].AsString);
        return CelValue.Of(text.ToString());
    }

    /// <summary>The parts; an empty separator stands between any two characters.</summary>
    private static CelValue Split(string text, string separator, long most)
    {
        if (most == 0)
            return CelValue.Of(CelList.Empty);

        var parts = new List<CelValue>();
        var start = 0;
        while (most < 0 || parts.Count < most - 1)
        {
            var end = EndOfPart(text, separator, start);
            if (end < 0)
                break;
            parts.Add(CelValue.Of(text[start..end]));
            if (parts.Count >= CelLimits.ListCount)
                return CelErrors.ListTooLong;
            start = end + separator.Length;
        }

        if (separator.Length > 0 || start < text.Length || most == 1)
            parts.Add(CelValue.Of(text[start..]));
        return CelValue.Of(CelList.From([.. parts]));
    }

    /// <summary>Where the part ends that begins here; -1 where no separator follows.</summary>
    private static int EndOfPart(string text, string separator, int start)
    {
        if (separator.Length > 0)
            return TextSearch.First(text, separator, start);
        return start == text.Length ? -1 : start + (char.IsHighSurrogate(text[start]) ? 2 : 1);
    }
}
