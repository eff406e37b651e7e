namespace PolicyEval.Reporting.Checking;

/// <summary>Where the path of a checked file begins.</summary>
public enum FileRoot
{
    /// <summary>At the folder that the program was started in: in a CI job, the root of the repository.</summary>
    WorkingFolder,

    /// <summary>At the folder that is checked, which lies elsewhere.</summary>
    CheckedFolder,

    /// <summary>Inside the program.</summary>
    Program,
}
