using System.Text;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>What the functions of the regex library do.</summary>
internal static class RegexFunctions
{
    /// <summary>Why a pattern with more than one group extracts nothing.</summary>
    public const string SeveralGroups =
        "a pattern that extracts has at most one capturing group; (?:…) captures nothing";

    /// <summary><c>regex.extract(text, pattern)</c>.</summary>
    public static CelValue Extract(CelValue text, CelValue pattern)
    {
        if (Find(pattern, 1, out var regex) is { } error)
            return error;
        foreach (var spans in regex!.Matches(text.AsString))
        {
            return spans[^1] is { } span
                ? CelValue.Of(CelOptional.Of(CelValue.Of(text.AsString.Substring(span.Start, span.Length))))
                : CelValue.Of(CelOptional.None);
        }

        return CelValue.Of(CelOptional.None);
    }

    /// <summary><c>regex.extractAll(text, pattern)</c>; a group that took no part in a match adds nothing.</summary>
    public static CelValue ExtractAll(CelValue text, CelValue pattern)
    {
        if (Find(pattern, 1, out var regex) is { } error)
            return error;
        var parts = new List<CelValue>();
        foreach (var spans in regex!.Matches(text.AsString))
        {
            if (spans[^1] is not { } span)
                continue;
            if (parts.Count == CelLimits.ListCount)
                return CelErrors.ListTooLong;
            parts.Add(CelValue.Of(text.AsString.Substring(span.Start, span.Length)));
        }

        return CelValue.Of(CelList.From([.. parts]));
    }

    /// <summary>
    /// <c>regex.replace(text, pattern, by)</c> and <c>regex.replace(text, pattern, by, most)</c>; a negative number is
    /// no limit.
    /// </summary>
    public static CelValue Replace(ReadOnlySpan<CelValue> arguments)
    {
        if (Find(arguments[1], int.MaxValue, out var regex) is { } error)
            return error;
        var (parts, fault) = Replacement.Parse(arguments[2].AsString);
        if (fault is not null)
            return CelValue.Error($"invalid replacement: {fault.Message}, at offset {fault.Offset}");
        if (parts.Any(p => p.Group > regex!.GroupCount))
            return CelValue.Error($"invalid replacement: the pattern has {regex!.GroupCount} groups");

        var text = arguments[0].AsString;
        var left = arguments.Length > 3 ? arguments[3].AsInt : -1;
        if (left == 0)
            return arguments[0];
        var result = new StringBuilder();
        var start = 0;
        foreach (var spans in regex!.Matches(text))
        {
            var match = spans[0]!.Value;
            result.Append(text, start, match.Start - start);
            foreach (var part in parts)
            {
                if (part.Group < 0)
                    result.Append(part.Text);
                else if (spans[part.Group] is { } span)
                    result.Append(text, span.Start, span.Length);
                if (result.Length > CelLimits.StringLength)
                    return CelErrors.StringTooLong;
            }

            start = match.Start + match.Length;
            if (--left == 0)
                break;
        }

        result.Append(text, start, text.Length - start);
        return result.Length > CelLimits.StringLength ? CelErrors.StringTooLong : CelValue.Of(result.ToString());
    }

    /// <summary>The compiled pattern; an error where it is wrong or has more groups than can be used.</summary>
    private static CelValue? Find(CelValue pattern, int groups, out Re2Regex? regex)
    {
        (regex, var error) = Re2.Find(pattern.AsString);
        if (regex is null)
            return CelValue.Error(error);
        return regex.GroupCount > groups ? CelValue.Error($"invalid regular expression: {SeveralGroups}") : null;
    }
}
