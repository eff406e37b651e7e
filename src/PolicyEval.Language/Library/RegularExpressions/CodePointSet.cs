using System.Collections.Immutable;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>A set of code points: ranges in order, apart from each other. Immutable; equal by content.</summary>
internal sealed class CodePointSet : IEquatable<CodePointSet>
{
    /// <summary>The last code point of Unicode.</summary>
    public const int Last = 0x10FFFF;

    private CodePointSet(ImmutableArray<(int First, int Last)> ranges) => Ranges = ranges;

    /// <summary>The ranges, both ends included.</summary>
    public ImmutableArray<(int First, int Last)> Ranges { get; }

    public static CodePointSet All { get; } = OfRanges([(0, Last)]);

    public static CodePointSet Of(int codePoint) => new([(codePoint, codePoint)]);

    /// <summary>The set of these ranges, which may overlap and come in any order.</summary>
    public static CodePointSet OfRanges(params IEnumerable<(int First, int Last)> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, range.Last));
            else
                merged.Add(range);
        }

        return new CodePointSet(merged.ToImmutable());
    }

    public CodePointSet Union(CodePointSet other) => OfRanges([.. Ranges, .. other.Ranges]);

    /// <summary>All code points that are not in this set.</summary>
    public CodePointSet Complement()
    {
        var gaps = ImmutableArray.CreateBuilder<(int First, int Last)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next)
                gaps.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last)
            gaps.Add((next, Last));
        return new CodePointSet(gaps.ToImmutable());
    }

    public bool Contains(int codePoint)
    {
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last) = Ranges[middle];
            if (codePoint < first)
                high = middle - 1;
            else if (codePoint > last)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    public bool Equals(CodePointSet? other) =>
        other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as CodePointSet);

    public override int GetHashCode() =>
        Ranges.IsEmpty ? 0 : HashCode.Combine(Ranges.Length, Ranges[0], Ranges[^1]);
}
