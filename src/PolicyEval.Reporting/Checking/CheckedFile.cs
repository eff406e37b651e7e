namespace PolicyEval.Reporting.Checking;

/// <summary>A file of a check.</summary>
/// <param name="Path">As diagnostics cite it.</param>
/// <param name="Root">Where the relative path begins.</param>
/// <param name="RelativePath">With slashes, and never leading up.</param>
public sealed record CheckedFile(string Path, FileRoot Root, string RelativePath)
{
    /// <summary>64 lower-case hexadecimal digits, or null where the file could not be read whole.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The length, or null where the file could not be read whole.</summary>
    public long? Bytes { get; init; }
}
