using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>Replaces parts of strings.</summary>
internal static class Replacing
{
    /// <summary>
    /// <c>text.replace(part, by)</c> and <c>text.replace(part, by, most)</c>; a negative number is no limit. An empty
    /// part occurs before each character and at the end.
    /// </summary>
    public static CelValue Replace(ReadOnlySpan<CelValue> arguments)
    {
        var (text, part, by) = (arguments[0].AsString, arguments[1].AsString, arguments[2].AsString);
        var most = arguments.Length > 3 ? arguments[3].AsInt : -1;
        var result = new StringBuilder();
        var start = 0;
        for (var count = 0L; most < 0 || count < most; count++)
        {
            var found = Find(text, part, start, count);
            if (found < 0)
                break;
            result.Append(text, start, found - start).Append(by);
            if (result.Length + (long)(text.Length - found) > CelLimits.StringLength + (long)part.Length)
                return CelErrors.StringTooLong;
            start = found + part.Length;
        }

        result.Append(text, start, text.Length - start);
        return result.Length > CelLimits.StringLength ? CelErrors.StringTooLong : CelValue.Of(result.ToString());
    }

    private static int Find(string text, string part, int start, long count)
    {
        if (part.Length > 0)
            return TextSearch.First(text, part, start);
        if (count == 0)
            return 0;
        return start == text.Length ? -1 : start + (char.IsHighSurrogate(text[start]) ? 2 : 1);
    }
}
