using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// What a writer has made and not yet given its name. It is removed piece by piece and no folder with what is in it,
/// so that nothing goes which this writer did not make.
/// </summary>
internal sealed class TemporaryFiles(IBagDisk disk)
{
    private readonly Stack<(string Path, bool IsFolder)> _made = new();

    /// <summary>Remembers a folder.</summary>
    public void AddFolder(string path) => _made.Push((path, true));

    /// <summary>Remembers a file.</summary>
    public void AddFile(string path) => _made.Push((path, false));

    /// <summary>Forgets all: they have become the bag.</summary>
    public void Keep() => _made.Clear();

    /// <summary>Removes all, the last one first; gives those that cannot be removed.</summary>
    public List<string> Remove()
    {
        var left = new List<string>();
        while (_made.TryPop(out var made))
        {
            try
            {
                if (made.IsFolder)
                    disk.DeleteFolder(made.Path);
                else
                    disk.DeleteFile(made.Path);
            }
            catch (Exception exception) when (SourceReader.IsRefusal(exception))
            {
                left.Add(made.Path);
            }
        }

        return left;
    }
}
