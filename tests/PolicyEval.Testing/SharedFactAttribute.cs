using Xunit;

namespace PolicyEval.Testing;

/// <summary>A test that reads the reference material beside the tree; skipped by name where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>Skips the test where a file is absent.</summary>
    /// <param name="path">The file or folder that the test reads, relative to the reference material.</param>
    public SharedFactAttribute(string path)
    {
        if (Repository.Shared is not { } shared || !Path.Exists(Path.Combine(shared, path)))
            Skip = $"needs ../shared/{path}, which is not here";
    }
}
