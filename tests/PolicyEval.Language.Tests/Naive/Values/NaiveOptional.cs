namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>An optional: a value or none.</summary>
internal sealed record NaiveOptional(object? Content)
{
    public static NaiveOptional None { get; } = new((object?)null);
}
