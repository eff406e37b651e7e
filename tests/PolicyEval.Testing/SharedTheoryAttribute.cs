using Xunit;

namespace PolicyEval.Testing;

/// <summary>A test with data that reads the reference material beside the tree; skipped by name where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where a file is absent.</summary>
    /// <param name="path">The file or folder that the test reads, relative to the reference material.</param>
    public SharedTheoryAttribute(string path) => Skip = new SharedFactAttribute(path).Skip;
}
