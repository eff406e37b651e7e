using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Comparison;

/// <summary>
/// A field whose values differ. Its place in the file does not matter: rows may come in another order.
/// </summary>
/// <param name="File">The file, as evidence cites it.</param>
/// <param name="Field">The column or JSON property.</param>
/// <param name="IsMissing">
/// Whether this is evidence that was missing; the texts then say why, else they are values.
/// </param>
/// <param name="Old">What stands only in the old finding, sorted; empty where nothing does.</param>
/// <param name="New">What stands only in the new finding, sorted; empty where nothing does.</param>
public sealed record EvidenceChange(
    string File, string Field, bool IsMissing, ImmutableArray<string> Old, ImmutableArray<string> New);
