using System.IO.Enumeration;

namespace PolicyEval.Snapshots.Bags;

/// <summary>What a folder holds, as one question to the system tells it.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="IsLink">Whether it only leads to something else.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Length">In bytes, of what is no folder.</param>
internal readonly record struct FolderItem(string Name, bool IsLink, bool IsFolder, long Length)
{
    public static FolderItem Of(ref FileSystemEntry entry) => new(
        entry.FileName.ToString(),
        entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        entry.IsDirectory,
        entry.IsDirectory ? 0 : entry.Length);
}
