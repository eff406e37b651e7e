namespace PolicyEval.Reporting.Sarif;

/// <summary>
/// A folder that relative paths begin at, by name. Where it lies is not said, so that the same input gives the same
/// bytes on every machine (SARIF 2.1.0, 3.14.14 and appendix F).
/// </summary>
/// <param name="Id">The name, such as <see cref="SourceRoot"/>.</param>
/// <param name="Description">What a viewer asks its user for.</param>
internal sealed record SarifBase(string Id, string Description)
{
    /// <summary>The name that viewers and code hosts take for the root of the repository.</summary>
    public const string SourceRoot = "%SRCROOT%";
}
