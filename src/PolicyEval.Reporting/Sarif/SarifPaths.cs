namespace PolicyEval.Reporting.Sarif;

/// <summary>Tells where a path that the user gave begins.</summary>
internal static class SarifPaths
{
    /// <summary>Where paths begin that lead up from the working folder, or from a root.</summary>
    public static SarifBase Elsewhere { get; } = new(
        "ELSEWHERE", "A folder outside the one that policyeval was started in.");

    /// <summary>Where paths begin that do not.</summary>
    public static SarifBase WorkingFolder { get; } = new(
        SarifBase.SourceRoot, "The folder that policyeval was started in.");

    /// <summary>
    /// A path and its base. No steps up and no root are left in it: whoever reads the log says where the base lies.
    /// </summary>
    public static SarifArtifact Of(string path)
    {
        var slashed = path.Replace('\\', '/');
        var names = slashed.Split('/').Where(name => name is not ("" or ".")).ToList();
        var isElsewhere = slashed.StartsWith('/') || names.Contains("..")
            || (names is [var first, ..] && first.EndsWith(':'));
        return new SarifArtifact(
            string.Join('/', names.Where(name => name != "..")), (isElsewhere ? Elsewhere : WorkingFolder).Id);
    }
}
