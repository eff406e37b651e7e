using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Functions;

/// <summary>
/// The actions or resources that a statement names, or all but those (NotAction, NotResource). A question may be a
/// pattern too, and then stands for all that it matches. Immutable.
/// </summary>
/// <param name="Patterns">As the statement has them.</param>
/// <param name="Wide">The same with everything that may match more (policy variables) as <c>*</c>.</param>
/// <param name="Narrow">The same without those that may match less than they seem to.</param>
/// <param name="IsNegated">Whether all but those are meant.</param>
internal sealed record PatternSet(
    ImmutableArray<string> Patterns, ImmutableArray<string> Wide, ImmutableArray<string> Narrow, bool IsNegated)
{
    /// <summary>
    /// Whether the set may take the question in: errs to yes. A negated one takes in what is left of a pattern, unless
    /// nothing is left.
    /// </summary>
    public bool MayCover(string question) =>
        IsNegated ? !Covers(Narrow, question) : Wide.Any(pattern => Wildcard.MayCover(pattern, question));

    /// <summary>Whether the set takes in all that the question stands for: errs to no.</summary>
    public bool SurelyCovers(string question) =>
        IsNegated ? !Overlaps(Wide, question) : Covers(Narrow, question);

    /// <summary>Whether the set may take in anything that the question stands for: errs to yes.</summary>
    public bool MayTouch(string question) =>
        IsNegated ? !Covers(Narrow, question) : Overlaps(Wide, question);

    private static bool Covers(ImmutableArray<string> patterns, string question) =>
        patterns.Any(pattern => Wildcard.Covers(pattern, question));

    private static bool Overlaps(ImmutableArray<string> patterns, string question) =>
        patterns.Any(pattern => Wildcard.Overlap(pattern, question));
}
