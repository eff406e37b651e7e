using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Strings;

/// <summary>Strings made from one string, character by character.</summary>
internal static class Changing
{
    /// <summary><c>text.lowerAscii()</c>.</summary>
    public static CelValue LowerAscii(CelValue text) =>
        CelValue.Of(string.Create(text.AsString.Length, text.AsString, static (result, source) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }));

    /// <summary><c>text.upperAscii()</c>.</summary>
    public static CelValue UpperAscii(CelValue text) =>
        CelValue.Of(string.Create(text.AsString.Length, text.AsString, static (result, source) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = char.IsAsciiLetterLower(source[i]) ? (char)(source[i] & ~0x20) : source[i];
        }));

    /// <summary><c>text.trim()</c>: .NET's white space is Unicode's property White_Space.</summary>
    public static CelValue Trim(CelValue text) => CelValue.Of(text.AsString.Trim());

    /// <summary><c>text.reverse()</c>, by code points.</summary>
    public static CelValue Reverse(CelValue text) =>
        CelValue.Of(string.Create(text.AsString.Length, text.AsString, static (result, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                result[^(i + 1)] = source[i];
            for (var i = 0; i + 1 < result.Length; i++)
            {
                if (char.IsLowSurrogate(result[i]) && char.IsHighSurrogate(result[i + 1]))
                    (result[i], result[i + 1]) = (result[i + 1], result[i++]);
            }
        }));

    /// <summary><c>strings.quote(text)</c>.</summary>
    public static CelValue Quote(CelValue text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text.AsString)
        {
            _ = unit switch
            {
                '\a' => quoted.Append(@"\a"),
                '\b' => quoted.Append(@"\b"),
                '\f' => quoted.Append(@"\f"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                '\v' => quoted.Append(@"\v"),
                '\\' => quoted.Append(@"\\"),
                '"' => quoted.Append("\\\""),
                _ => quoted.Append(unit),
            };
        }

        quoted.Append('"');
        return quoted.Length > CelLimits.StringLength ? CelErrors.StringTooLong : CelValue.Of(quoted.ToString());
    }
}
