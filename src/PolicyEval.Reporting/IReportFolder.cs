namespace PolicyEval.Reporting;

/// <summary>A folder that takes a report of several files. They appear there when the run is complete.</summary>
public interface IReportFolder
{
    /// <summary>Begins a file of the report, which is whole when the stream is closed.</summary>
    /// <param name="path">
    /// Its path within the folder, with <c>/</c> between the names; folders on the way are made. A path is given once.
    /// </param>
    /// <exception cref="IOException">The file cannot be made, or is part of the report already.</exception>
    Stream Create(string path);

    /// <summary>
    /// A file for what a writer does not hold in memory: empty, read and written at any place, and gone when it is
    /// closed.
    /// </summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    Stream CreateScratch();
}
