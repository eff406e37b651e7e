namespace PolicyEval.Language.Tests.Conformance;

/// <summary>The tests that fail, each with its reason; one that passes has to leave the list.</summary>
internal static class ConformanceKnownFailures
{
    /// <summary>The reasons by the id of the test: at most five, and none at the moment.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
