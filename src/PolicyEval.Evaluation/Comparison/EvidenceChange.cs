using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// A field of which two findings cite other texts. Its place in the file does not matter: rows may come in another
/// order.
/// </summary>
/// <param name="File">
/// The file, as evidence cites it; a credential report has one name, whatever its file is called.
/// </param>
/// <param name="Field">The column or JSON property, without the place in a list: <c>Tags[]</c>.</param>
/// <param name="IsMissing">
/// Whether this is evidence that was missing; the texts then say why, else they are values.
/// </param>
/// <param name="Differs">
/// Whether one cell is known to hold <paramref name="New"/> instead of <paramref name="Old"/>: each finding cites the
/// field once, and outside of any list. Else only one of them cites what stands in the texts, and nothing is said of
/// what the other side holds there: a policy reads no further than it must.
/// </param>
/// <param name="Old">What only the old finding cites, sorted; empty where there is nothing.</param>
/// <param name="New">What only the new finding cites, sorted; empty where there is nothing.</param>
public sealed record EvidenceChange(
    string File, string Field, bool IsMissing, bool Differs, ImmutableArray<string> Old, ImmutableArray<string> New);
