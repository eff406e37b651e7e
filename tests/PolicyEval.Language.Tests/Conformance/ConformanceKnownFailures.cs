namespace PolicyEval.Language.Tests.Conformance;

/// <summary>The core tests that fail, each with its reason. A test that is here and passes is a fault of this list.</summary>
internal static class ConformanceKnownFailures
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
    };
}
