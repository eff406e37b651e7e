namespace PolicyEval.Evaluation.Library;

/// <summary>Tells files of policies from files of their tests and settings.</summary>
internal static class FileKinds
{
    /// <summary>The kind of a file of that name.</summary>
    public static FileKind Of(ReadOnlySpan<char> name)
    {
        if (!name.EndsWith(".yaml", StringComparison.Ordinal) && !name.EndsWith(".yml", StringComparison.Ordinal))
            return FileKind.Other;
        var stem = name[(name.LastIndexOf('/') + 1)..name.LastIndexOf('.')];
        return stem.EndsWith(".tests", StringComparison.Ordinal) ? FileKind.Tests
            : stem is "policyeval" ? FileKind.Settings
            : FileKind.Policies;
    }
}
