using System.Collections.Frozen;
using System.Text;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>The flag i: a set together with all code points that differ from its members by case only.</summary>
internal static class CaseFolding
{
    private const int KelvinSign = 0x212A;
    private const int LongS = 0x017F;

    // Scans all of Unicode, so it waits for the first pattern that folds more than ASCII.
    private static readonly Lazy<FrozenDictionary<int, int[]>> Orbits = new(FindOrbits);

    public static CodePointSet Fold(CodePointSet set)
    {
        if (set.Ranges.IsEmpty)
            return set;

        var ranges = new List<(int First, int Last)>(set.Ranges);
        if (set.Ranges[^1].Last < 0x80)
        {
            FoldAscii(set, ranges);
        }
        else
        {
            foreach (var (codePoint, orbit) in Orbits.Value)
            {
                if (set.Contains(codePoint))
                    ranges.AddRange(orbit.Select(other => (other, other)));
            }
        }

        return CodePointSet.OfRanges(ranges);
    }

    private static void FoldAscii(CodePointSet set, List<(int First, int Last)> ranges)
    {
        for (var lower = (int)'a'; lower <= 'z'; lower++)
        {
            var upper = lower - 'a' + 'A';
            if (!set.Contains(lower) && !set.Contains(upper))
                continue;

            ranges.Add((lower, lower));
            ranges.Add((upper, upper));
            if (lower == 'k')
                ranges.Add((KelvinSign, KelvinSign));
            if (lower == 's')
                ranges.Add((LongS, LongS));
        }
    }

    private static FrozenDictionary<int, int[]> FindOrbits()
    {
        var members = new Dictionary<int, List<int>>();
        for (var codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            // Nearly all of Unicode has no case and is its own whole orbit: it is never stored.
            var folded = FoldOne(codePoint);
            if (folded == codePoint)
                continue;
            if (!members.TryGetValue(folded, out var orbit))
                members.Add(folded, orbit = FoldOne(folded) == folded ? [folded] : []);
            orbit.Add(codePoint);
        }

        return members.Values
            .Where(orbit => orbit.Count > 1)
            .SelectMany(orbit => orbit.Select(codePoint => KeyValuePair.Create(codePoint, orbit.ToArray())))
            .ToFrozenDictionary();
    }

    private static int FoldOne(int codePoint)
    {
        // .NET leaves the long s alone, since its capital is an ASCII letter.
        if (codePoint == LongS)
            return 's';
        return Rune.TryCreate(codePoint, out var rune)
            ? Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).Value
            : codePoint;
    }
}
