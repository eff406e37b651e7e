namespace PolicyEval.Language.Text;

/// <summary>A range of a text, in UTF-16 units.</summary>
/// <param name="Start">The offset of the first unit, 0-based.</param>
/// <param name="Length">The number of units; 0 marks a place between two units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to and without <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}..{End})";
}
