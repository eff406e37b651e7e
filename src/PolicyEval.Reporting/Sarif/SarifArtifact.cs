using System.Collections.Immutable;

namespace PolicyEval.Reporting.Sarif;

/// <summary>A file that results are about (SARIF 2.1.0, 3.24).</summary>
/// <param name="Path">Relative to the base, with slashes, as it is on the disk.</param>
/// <param name="BaseId">The <see cref="SarifBase.Id"/> of the base.</param>
internal sealed record SarifArtifact(string Path, string BaseId)
{
    /// <summary>64 lower-case hexadecimal digits, or null where the file was not read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The length in bytes, or null where the file was not read.</summary>
    public long? Length { get; init; }

    /// <summary>What it is for, in the words of SARIF (3.24.6); empty where there is no word.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>What there is to say about it, safe to show, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The index of the file that it stands in, or null for a file of its own.</summary>
    public int? Parent { get; init; }
}
