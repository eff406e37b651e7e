namespace PolicyEval.Evaluation.Results;

/// <summary>A framework as reports name it.</summary>
/// <param name="Name">Such as <c>cis_v130</c>.</param>
/// <param name="Title">Such as <c>CIS Amazon Web Services Foundations Benchmark</c>.</param>
/// <param name="Version">Such as <c>1.3.0</c>.</param>
/// <param name="Sha256">The digest of the framework's file.</param>
/// <param name="Origin"><c>bundled</c>, or the path of the file as the user gave it.</param>
public sealed record FrameworkReference(string Name, string Title, string Version, string Sha256, string Origin)
{
    /// <summary>Whether it stands in the place of a bundled framework of other content.</summary>
    public bool ReplacesBundled { get; init; }
}
