namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>What stands in a field.</summary>
/// <param name="Content">A value, a fault or a missing cell.</param>
/// <param name="Token">The raw text, or a missing cell.</param>
/// <param name="IsEvidence">Whether a read of it is a proof.</param>
internal sealed record NaiveField(object Content, object Token, bool IsEvidence);
