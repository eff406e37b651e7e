using System.Text;

namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A string: a sequence of code points.</summary>
internal sealed class NaiveText(IEnumerable<int> points) : IEquatable<NaiveText>
{
    public int[] Points { get; } = [.. points];

    public static NaiveText Of(string text) => new(text.EnumerateRunes().Select(rune => rune.Value));

    /// <summary>The code points from one position up to another.</summary>
    public NaiveText Part(int from, int to) => new(Points[from..to]);

    /// <summary>This text and then another one.</summary>
    public NaiveText With(NaiveText other) => new([.. Points, .. other.Points]);

    /// <summary>Whether another text stands at a position of this one.</summary>
    public bool HasAt(int position, NaiveText part) =>
        position >= 0 && position + part.Points.Length <= Points.Length
        && Points.AsSpan(position, part.Points.Length).SequenceEqual(part.Points);

    public bool Equals(NaiveText? other) => other is not null && Points.AsSpan().SequenceEqual(other.Points);

    public override bool Equals(object? obj) => Equals(obj as NaiveText);

    public override int GetHashCode() => Points.Length;

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var point in Points)
            text.Append(new Rune(point));
        return text.ToString();
    }
}
