namespace PolicyEval.Snapshots.Bags;

/// <summary>Finds names that are one name on some file system, among files and the folders they are in.</summary>
internal sealed class BagNames
{
    private readonly Dictionary<string, (string Spelling, bool IsFile)> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a file; gives the name that it collides with, or null.</summary>
    public string? Add(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            if (!_names.TryAdd(folder, (folder, false))
                && _names[folder] is var known && (known.IsFile || known.Spelling != folder))
            {
                return known.Spelling;
            }
        }

        return _names.TryAdd(path, (path, true)) ? null : _names[path].Spelling;
    }
}
