namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// The steps that writing a bag takes on a disk: a seam, so that tests can stop the writer at each of them.
/// </summary>
internal interface IBagDisk
{
    /// <summary>Whether anything has this name, be it a link that leads nowhere.</summary>
    bool Exists(string path);

    /// <summary>Makes a folder and those above it; one that is there already stays as it is.</summary>
    void CreateFolder(string path);

    /// <summary>Makes a file; null where something of that name is there, or somebody else made it first.</summary>
    Stream? CreateFile(string path);

    /// <summary>Sends what was written to the disk itself.</summary>
    void Flush(Stream file);

    /// <summary>
    /// Gives a folder its name in one step; an <see cref="IOException"/> where a file or folder has it.
    /// </summary>
    void MoveFolder(string from, string to);

    /// <summary>Gives a file its name in one step, in the place of the file that has it.</summary>
    void ReplaceFile(string from, string to);

    /// <summary>Deletes a file.</summary>
    void DeleteFile(string path);

    /// <summary>Deletes an empty folder.</summary>
    void DeleteFolder(string path);
}
