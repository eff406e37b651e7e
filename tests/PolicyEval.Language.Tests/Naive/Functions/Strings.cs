using System.Text;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Functions on strings, code point by code point.</summary>
internal static class Strings
{
    // The Unicode property White_Space.
    private static readonly HashSet<int> Blanks =
    [
        9, 10, 11, 12, 13, 0x20, 0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
        0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
    ];

    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        (".contains", a => a is [NaiveText text, NaiveText part] ? First(text, part, 0) >= 0 : Fault.NoOverload),
        (".startsWith", a => a is [NaiveText text, NaiveText part] ? text.HasAt(0, part) : Fault.NoOverload),
        (".endsWith", a => a is [NaiveText text, NaiveText part]
            ? text.HasAt(text.Points.Length - part.Points.Length, part)
            : Fault.NoOverload),
        (".charAt", a => a is [NaiveText text, long at] ? CharAt(text, at) : Fault.NoOverload),
        (".indexOf", a => a switch
        {
            [NaiveText text, NaiveText part] => First(text, part, 0),
            [NaiveText text, NaiveText part, long from] =>
                IsPlace(text, from) ? First(text, part, from) : Fault.OutOfRange,
            _ => Fault.NoOverload,
        }),
        (".lastIndexOf", a => a switch
        {
            [NaiveText text, NaiveText part] => Last(text, part, text.Points.Length),
            [NaiveText text, NaiveText part, long to] => IsPlace(text, to) ? Last(text, part, to) : Fault.OutOfRange,
            _ => Fault.NoOverload,
        }),
        (".substring", a => a switch
        {
            [NaiveText text, long from] => Substring(text, from, text.Points.Length),
            [NaiveText text, long from, long to] => Substring(text, from, to),
            _ => Fault.NoOverload,
        }),
        (".join", a => a switch
        {
            [object[] list] => Join(list, NaiveText.Of("")),
            [object[] list, NaiveText separator] => Join(list, separator),
            _ => Fault.NoOverload,
        }),
        (".split", a => a switch
        {
            [NaiveText text, NaiveText separator] => Split(text, separator, -1),
            [NaiveText text, NaiveText separator, long count] => Split(text, separator, count),
            _ => Fault.NoOverload,
        }),
        (".replace", a => a switch
        {
            [NaiveText text, NaiveText old, NaiveText by] => Replace(text, old, by, -1),
            [NaiveText text, NaiveText old, NaiveText by, long count] => Replace(text, old, by, count),
            _ => Fault.NoOverload,
        }),
        (".lowerAscii", a => a is [NaiveText text]
            ? new NaiveText(text.Points.Select(p => p is >= 'A' and <= 'Z' ? p + 32 : p))
            : Fault.NoOverload),
        (".upperAscii", a => a is [NaiveText text]
            ? new NaiveText(text.Points.Select(p => p is >= 'a' and <= 'z' ? p - 32 : p))
            : Fault.NoOverload),
        (".trim", a => a is [NaiveText text] ? Trim(text) : Fault.NoOverload),
        ("strings.quote", a => a is [NaiveText text] ? Quote(text) : Fault.NoOverload),
    ];

    /// <summary>Where a part first stands from a position on, or -1.</summary>
    public static long First(NaiveText text, NaiveText part, long from)
    {
        for (var at = (int)from; at <= text.Points.Length; at++)
        {
            if (text.HasAt(at, part))
                return at;
        }

        return -1;
    }

    private static bool IsPlace(NaiveText text, long position) => position >= 0 && position <= text.Points.Length;

    private static long Last(NaiveText text, NaiveText part, long to)
    {
        var at = to;
        while (at >= 0 && !text.HasAt((int)at, part))
            at--;
        return at;
    }

    private static object CharAt(NaiveText text, long at) =>
        IsPlace(text, at) ? text.Part((int)at, Math.Min((int)at + 1, text.Points.Length)) : Fault.OutOfRange;

    private static object Substring(NaiveText text, long from, long to) =>
        IsPlace(text, from) && IsPlace(text, to) && from <= to ? text.Part((int)from, (int)to) : Fault.OutOfRange;

    private static object Join(object[] list, NaiveText separator)
    {
        var joined = NaiveText.Of("");
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] is not NaiveText text)
                return Fault.NoOverload;
            joined = (i == 0 ? joined : joined.With(separator)).With(text);
        }

        return joined;
    }

    /// <summary>At most so many parts, the last with all the rest; all parts for a negative number.</summary>
    private static object[] Split(NaiveText text, NaiveText separator, long count)
    {
        var parts = new List<object>();
        if (count == 0 || (separator.Points.Length == 0 && text.Points.Length == 0 && count != 1))
            return [];
        var start = 0;
        while (parts.Count != count - 1)
        {
            // An empty separator stands between any two code points.
            var at = separator.Points.Length == 0
                ? start + 1 < text.Points.Length ? start + 1 : -1
                : (int)First(text, separator, start);
            if (at < 0)
                break;
            parts.Add(text.Part(start, at));
            start = at + separator.Points.Length;
        }

        return [.. parts, text.Part(start, text.Points.Length)];
    }

    /// <summary>So many replacements at most, all for a negative number. "" is before each code point.</summary>
    private static NaiveText Replace(NaiveText text, NaiveText old, NaiveText by, long count)
    {
        var (made, at) = (new List<int>(), 0);
        while (at <= text.Points.Length)
        {
            var isHere = count != 0 && text.HasAt(at, old);
            if (isHere)
            {
                made.AddRange(by.Points);
                at += old.Points.Length;
                count--;
            }

            if (!isHere || old.Points.Length == 0)
            {
                made.AddRange(text.Points.Skip(at).Take(1));
                at++;
            }
        }

        return new NaiveText(made);
    }

    private static NaiveText Trim(NaiveText text)
    {
        var (from, to) = (0, text.Points.Length);
        while (from < to && Blanks.Contains(text.Points[from]))
            from++;
        while (to > from && Blanks.Contains(text.Points[to - 1]))
            to--;
        return text.Part(from, to);
    }

    private static NaiveText Quote(NaiveText text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.ToString().EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                '\\' => "\\\\",
                '"' => "\\\"",
                _ => rune.ToString(),
            });
        }

        return NaiveText.Of(quoted.Append('"').ToString());
    }
}
