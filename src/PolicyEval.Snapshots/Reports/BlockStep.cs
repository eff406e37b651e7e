namespace PolicyEval.Snapshots.Reports;

/// <summary>What is to be done with a block next.</summary>
internal enum BlockStep
{
    /// <summary>It is read, in the order of the file; then split and checked, beside other blocks.</summary>
    Check,

    /// <summary>It is added to the report, in the order of the file.</summary>
    Take,

    /// <summary>Its bytes are hashed, in the order of the file.</summary>
    Hash,
}
