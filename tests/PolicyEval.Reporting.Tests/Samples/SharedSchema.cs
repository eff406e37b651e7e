using NJsonSchema;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>An official schema of the reference material, read once.</summary>
internal static class SharedSchema
{
    /// <summary>Reads one; the test is skipped where it is absent.</summary>
    /// <param name="path">Relative to the reference material.</param>
    public static Task<JsonSchema> Of(string path) => JsonSchema.FromFileAsync(Path.Combine(Repository.Shared!, path));
}
