using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Documents;

/// <summary>The word of one key decides what other keys of its mapping may be.</summary>
/// <param name="Key">The deciding key: a choice.</param>
/// <param name="Cases">One for each of its words.</param>
internal sealed record FormVariants(string Key, ImmutableArray<FormVariant> Cases);
