using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>One writing of one bag.</summary>
internal sealed class BagWriting(
    SealedBag bag, string target, BagForm form, IBagDisk disk, CancellationToken cancellationToken)
{
    private const int PieceBytes = 1 << 20;
    private const string ZipEnding = ".zip";

    private readonly TemporaryFiles _temporary = new(disk);
    private readonly string _name = Path.GetFileName(Path.TrimEndingDirectorySeparator(target));

    public BagWriteResult Write()
    {
        if (ProblemOfTarget() is { } problem)
            return Failed(BagDescriptors.CannotWrite, problem);
        try
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
            if (disk.Exists(path))
                return Failed(BagDescriptors.TargetExists);
            if (form == BagForm.Zip && StoredZipWriter.ProblemOf(bag.Files, TopFolder) is { } tooLarge)
                return Failed(BagDescriptors.TooLargeForZip, tooLarge.Limit, tooLarge.What);
            disk.CreateFolder(Path.GetDirectoryName(path)!);
            var written = form == BagForm.Zip ? WriteZip(path) : WriteFolder(path);
            return written ? new BagWriteResult(target, bag.Digest, true, []) : Failed(BagDescriptors.TargetExists);
        }
        catch (OperationCanceledException)
        {
            return Failed(BagDescriptors.WritingCancelled);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            return Failed(BagDescriptors.CannotWrite, WordsOf(exception));
        }
    }

    private string TopFolder =>
        _name.EndsWith(ZipEnding, StringComparison.OrdinalIgnoreCase) ? _name[..^ZipEnding.Length] : _name;

    private string? ProblemOfTarget()
    {
        if (_name.Length == 0)
            return "this is no name";
        if (_name.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase))
            return "a name that ends in .partial is of an unfinished snapshot";
        return form == BagForm.Zip && BagPath.ProblemOf(TopFolder) is { } problem
            ? $"'{TopFolder}' cannot be the folder inside of the zip: {problem}"
            : null;
    }

    /// <summary>Whether it has its name now; false where another one got it first.</summary>
    private bool WriteFolder(string path)
    {
        var folder = ClaimFolder(path);
        var made = new HashSet<string>(StringComparer.Ordinal);

        // The claim is bagit.txt; the tag manifest comes last, so that what is cut off has no digest at all.
        foreach (var file in bag.Files.Where(file => file.Path is not (BagLayout.Declaration or BagLayout.TagManifest)))
            WriteFile(folder, file, made);
        WriteFile(folder, bag.Files.Single(file => file.Path == BagLayout.TagManifest), made);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            disk.MoveFolder(folder, path);
        }
        catch (IOException) when (disk.Exists(path))
        {
            return false;
        }

        _temporary.Keep();
        return true;
    }

    private bool WriteZip(string path)
    {
        var (partial, stream) = ClaimFile(path);
        using (stream)
        {
            new StoredZipWriter(stream, cancellationToken).Write(bag.Files, TopFolder);
            disk.Flush(stream);
        }

        cancellationToken.ThrowIfCancellationRequested();

        // A rename replaces a file, so the name is taken first, by the one step in which only one writer succeeds.
        if (disk.CreateFile(path) is not { } claim)
            return false;
        claim.Dispose();
        _temporary.AddFile(path);
        disk.ReplaceFile(partial, path);
        _temporary.Keep();
        return true;
    }

    /// <summary>A temporary folder that is this writer's alone, which whoever makes its bagit.txt has won.</summary>
    private string ClaimFolder(string path)
    {
        var declaration = bag.Files.Single(file => file.Path == BagLayout.Declaration);
        for (var number = 0; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = PartialName(path, number);
            if (disk.Exists(folder))
                continue;
            disk.CreateFolder(folder);
            var claim = Path.Combine(folder, declaration.Path);
            Stream? stream;
            try
            {
                stream = disk.CreateFile(claim);
            }
            catch (DirectoryNotFoundException)
            {
                // The one who has claimed it has given it its name meanwhile.
                continue;
            }
            catch
            {
                // Nobody has claimed it. If somebody does so now, it is not empty and stays.
                _temporary.AddFolder(folder);
                throw;
            }

            if (stream is null)
                continue;
            _temporary.AddFolder(folder);
            _temporary.AddFile(claim);
            Fill(stream, declaration.Bytes);
            return folder;
        }
    }

    private (string Path, Stream Stream) ClaimFile(string path)
    {
        for (var number = 0; ; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var partial = PartialName(path, number);

            // One that is there is the leftover of a writer that was stopped, or another writer's.
            if (disk.CreateFile(partial) is not { } stream)
                continue;
            _temporary.AddFile(partial);
            return (partial, stream);
        }
    }

    private static string PartialName(string path, int number) => number == 0
        ? path + BagLayout.Partial
        : string.Create(CultureInfo.InvariantCulture, $"{path}.{number}{BagLayout.Partial}");

    private void WriteFile(string folder, BagFile file, HashSet<string> made)
    {
        for (var slash = file.Path.IndexOf('/'); slash >= 0; slash = file.Path.IndexOf('/', slash + 1))
        {
            if (!made.Add(file.Path[..slash]))
                continue;
            var inner = Path.Combine(folder, file.Path[..slash]);
            disk.CreateFolder(inner);
            _temporary.AddFolder(inner);
        }

        var path = Path.Combine(folder, file.Path);
        var stream = disk.CreateFile(path) ?? throw new IOException("Somebody else writes here.");
        _temporary.AddFile(path);
        Fill(stream, file.Bytes);
    }

    private void Fill(Stream stream, ReadOnlyMemory<byte> bytes)
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

    private BagWriteResult Failed(SnapshotDescriptor descriptor, params ReadOnlySpan<string> arguments)
    {
        var diagnostics = ImmutableArray.CreateBuilder<SnapshotDiagnostic>();
        diagnostics.Add(new SnapshotDiagnostic(descriptor, _name, 0, 0, "", [.. arguments]));
        foreach (var path in _temporary.Remove())
        {
            var beside = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(target))!, path);
            diagnostics.Add(new SnapshotDiagnostic(BagDescriptors.Leftover, _name, 0, 0, "", [beside]));
        }

        return new BagWriteResult(target, bag.Digest, false, diagnostics.ToImmutable());
    }

    /// <summary>Why the disk refused, in words that hold no path of this machine.</summary>
    private static string WordsOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        IOException io when (io.HResult & 0xFFFF) is 28 or 122 or 0x27 or 0x70 => "there is no space left on the disk",
        IOException io => string.Create(CultureInfo.InvariantCulture, $"input/output error 0x{io.HResult:X8}"),
        _ => "this is no path",
    };
}
