namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>null.</summary>
internal sealed record NaiveNull
{
    private NaiveNull()
    {
    }

    public static NaiveNull Value { get; } = new();
}
