namespace PolicyEval.Evaluation.Library;

/// <summary>Tells files of policies from files of their tests.</summary>
internal static class FileKinds
{
    /// <summary>The kind of a file of that name.</summary>
    public static FileKind Of(ReadOnlySpan<char> name)
    {
        if (!name.EndsWith(".yaml", StringComparison.Ordinal) && !name.EndsWith(".yml", StringComparison.Ordinal))
            return FileKind.Other;
        return name[..name.LastIndexOf('.')].EndsWith(".tests", StringComparison.Ordinal)
            ? FileKind.Tests
            : FileKind.Policies;
    }
}
