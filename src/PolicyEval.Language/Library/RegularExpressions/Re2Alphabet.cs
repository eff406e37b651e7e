using System.Collections.Immutable;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>
/// The characters as one pattern tells them apart. ASCII stays what it is. Every other code point falls into a class:
/// two are in one class where each set of the pattern has both or neither. A class is written as one private-use
/// UTF-16 unit, so that .NET's regular expressions, which see units, match code points; and since a private-use unit
/// is no word character, <c>\b</c> is the ASCII boundary that RE2 wants. Immutable.
/// </summary>
internal sealed class Re2Alphabet
{
    private const int AsciiEnd = 0x80;
    private const int FirstUnit = 0xE000;
    private const int UnitCount = 0x1900;

    private readonly ImmutableArray<int> _starts;
    private readonly ImmutableArray<char> _units;

    private Re2Alphabet(ImmutableArray<int> starts, ImmutableArray<char> units)
    {
        _starts = starts;
        _units = units;
    }

    /// <summary>The alphabet that tells these sets apart; null where it would need too many classes.</summary>
    public static Re2Alphabet? Of(HashSet<CodePointSet> sets)
    {
        // Between two starts, every set has all code points or none.
        var starts = sets.SelectMany(set => set.Ranges)
            .SelectMany(range => new[] { range.First, range.Last + 1 })
            .Where(start => start is > AsciiEnd and <= CodePointSet.Last)
            .Append(AsciiEnd)
            .Distinct()
            .Order()
            .ToImmutableArray();

        var classes = new int[starts.Length];
        var count = 1;
        foreach (var set in sets)
        {
            var refined = new Dictionary<(int Class, bool IsInside), int>();
            for (var i = 0; i < starts.Length; i++)
            {
                var key = (classes[i], set.Contains(starts[i]));
                if (!refined.TryGetValue(key, out var name))
                    refined.Add(key, name = refined.Count);
                classes[i] = name;
            }

            count = refined.Count;
        }

        return count > UnitCount ? null : new Re2Alphabet(starts, [.. classes.Select(c => (char)(FirstUnit + c))]);
    }

    /// <summary>The units of a set, sorted.</summary>
    public IEnumerable<char> UnitsOf(CodePointSet set)
    {
        for (var ascii = '\0'; ascii < AsciiEnd; ascii++)
        {
            if (set.Contains(ascii))
                yield return ascii;
        }

        var units = new SortedSet<char>();
        for (var i = 0; i < _starts.Length; i++)
        {
            if (set.Contains(_starts[i]))
                units.Add(_units[i]);
        }

        foreach (var unit in units)
            yield return unit;
    }

    /// <summary>Writes a text in this alphabet into a buffer of its length; the answer is the length used.</summary>
    public int Encode(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int codePoint = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                codePoint = char.ConvertToUtf32(text[i], text[++i]);
            buffer[length++] = codePoint < AsciiEnd ? (char)codePoint : UnitOf(codePoint);
        }

        return length;
    }

    /// <summary>Where each code point begins in the text, and at the end the text's length.</summary>
    public static int[] Offsets(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            offsets.Add(i);
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
        }

        return [.. offsets, text.Length];
    }

    private char UnitOf(int codePoint)
    {
        var index = _starts.BinarySearch(codePoint);
        return _units[index >= 0 ? index : ~index - 1];
    }
}
