namespace PolicyEval.Cli.Outputs;

/// <summary>What a report is written to.</summary>
internal enum DestinationKind
{
    /// <summary>Standard output.</summary>
    StandardOutput,

    /// <summary>Standard error, where diagnostics follow the report.</summary>
    StandardError,

    /// <summary>A device or an open descriptor: written to as it is, never replaced.</summary>
    Device,

    /// <summary>A file, there or not: replaced when the report is complete.</summary>
    File,

    /// <summary>A folder, there or not: a report of several files goes into it when it is complete.</summary>
    Folder,
}
