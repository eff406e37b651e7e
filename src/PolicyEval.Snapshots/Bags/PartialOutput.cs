using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// What a writer has made and not yet given its name. It is removed piece by piece and no folder with what is in it,
/// so that nothing goes which this writer did not make.
/// </summary>
internal sealed class PartialOutput(IBagDisk disk, CancellationToken cancellationToken)
{
    private const int PieceBytes = 1 << 20;

    private readonly Stack<(string Path, bool IsFolder)> _made = new();

    // The outermost first.
    private readonly Stack<string> _above = new();

    /// <summary>Forgets all: it has become what it was to become.</summary>
    public void Keep()
    {
        _made.Clear();
        _above.Clear();
    }

    /// <summary>Makes the folder of a target and those above it, as far as they are not there.</summary>
    public void CreateFoldersAbove(string target)
    {
        var folder = Path.GetDirectoryName(target)!;
        var missing = new Stack<string>();
        for (var above = folder; above is not null && !disk.Exists(above); above = Path.GetDirectoryName(above))
            missing.Push(above);
        foreach (var made in missing)
            _above.Push(made);
        disk.CreateFolder(folder);
    }

    /// <summary>Takes a name for a file, which is removed if all is not kept; null where something has it.</summary>
    public Stream? CreateFile(string path)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (disk.CreateFile(path) is not { } stream)
            return null;
        _made.Push((path, false));
        return stream;
    }

    /// <summary>Makes a folder inside of one that is this writer's.</summary>
    public void CreateFolder(string path)
    {
        disk.CreateFolder(path);
        _made.Push((path, true));
    }

    /// <summary>Gives a temporary file its name, under which it is still removed if all is not kept.</summary>
    public void Name(string partial, string path)
    {
        disk.ReplaceFile(partial, path);
        _made.Push((path, false));
    }

    /// <summary>A temporary file beside the target that is this writer's alone.</summary>
    public (string Path, Stream Stream) ClaimFile(string target)
    {
        for (var number = 0; ; number++)
        {
            // One that is there is the leftover of a writer that was stopped, or another writer's.
            var path = PartialName(target, number);
            if (CreateFile(path) is { } stream)
                return (path, stream);
        }
    }

    /// <summary>
    /// A temporary folder beside the target. It is this writer's alone, because of several only one can make the file.
    /// </summary>
    public string ClaimFolder(string target, BagFile first)
    {
        for (var number = 0; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = PartialName(target, number);
            if (disk.Exists(folder))
                continue;
            disk.CreateFolder(folder);
            Stream? stream;
            try
            {
                stream = disk.CreateFile(Path.Combine(folder, first.Path));
            }
            catch (DirectoryNotFoundException)
            {
                // The one who has claimed it has given it its name meanwhile.
                continue;
            }
            catch
            {
                // Nobody has claimed it. If somebody does so now, it is not empty and stays.
                _made.Push((folder, true));
                throw;
            }

            if (stream is null)
                continue;
            _made.Push((folder, true));
            _made.Push((Path.Combine(folder, first.Path), false));
            Fill(stream, first.Bytes);
            return folder;
        }
    }

    /// <summary>Writes all bytes to the disk itself, and closes the file.</summary>
    public void Fill(Stream stream, ReadOnlyMemory<byte> bytes)
    {
        using (stream)
        {
            for (var rest = bytes; !rest.IsEmpty;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var piece = rest[..Math.Min(rest.Length, PieceBytes)];
                stream.Write(piece.Span);
                rest = rest[piece.Length..];
            }

            disk.Flush(stream);
        }
    }

    /// <summary>Removes all, the last one first.</summary>
    /// <param name="target">What was to be written, for the diagnostics of what cannot be removed.</param>
    public ImmutableArray<SnapshotDiagnostic> Remove(string target)
    {
        var left = ImmutableArray.CreateBuilder<SnapshotDiagnostic>();
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
                var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
                var beside = Path.GetRelativePath(folder, made.Path);
                left.Add(new SnapshotDiagnostic(BagDescriptors.Leftover, Path.GetFileName(target), 0, 0, "", [beside]));
            }
        }

        RemoveAbove();
        return left.ToImmutable();
    }

    /// <summary>
    /// Removes the empty ones of the folders above the target that this writer made. Nothing is said of one that
    /// stays: it may hold what others wrote meanwhile, and is no half of a snapshot.
    /// </summary>
    private void RemoveAbove()
    {
        try
        {
            while (_above.TryPop(out var folder))
                disk.DeleteFolder(folder);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            _above.Clear();
        }
    }

    /// <summary>Why the disk refused, in words that hold no path of this machine.</summary>
    public static string WordsOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",

        // ENOSPC and EDQUOT; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.
        IOException io when (io.HResult & 0xFFFF) is 28 or 122 or 0x27 or 0x70 => "there is no space left on the disk",
        // EEXIST and ENOTDIR; ERROR_ALREADY_EXISTS as a result.
        IOException { HResult: 17 or 20 or unchecked((int)0x8007_00B7) } => "a file stands where a folder must be",

        // Also for a file farther up; and where somebody removes a folder meanwhile.
        DirectoryNotFoundException => "a file stands where a folder must be, or the folder is gone",
        IOException io => string.Create(CultureInfo.InvariantCulture, $"input/output error 0x{io.HResult:X8}"),
        _ => "this is no path",
    };

    /// <summary>
    /// How diagnostics name a target: its last two parts, because many accounts have a snapshot of the same name.
    /// </summary>
    public static string NameOf(string target)
    {
        var path = Path.TrimEndingDirectorySeparator(target);
        var above = Path.GetFileName(Path.GetDirectoryName(path));
        return above is { Length: > 0 } and not "." and not ".."
            ? $"{above}/{Path.GetFileName(path)}"
            : Path.GetFileName(path);
    }

    private static string PartialName(string target, int number) => number == 0
        ? target + BagLayout.Partial
        : string.Create(CultureInfo.InvariantCulture, $"{target}.{number}{BagLayout.Partial}");
}
