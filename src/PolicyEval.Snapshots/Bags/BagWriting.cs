using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>One writing of one bag.</summary>
internal sealed class BagWriting(
    SealedBag bag, string target, BagForm form, IBagDisk disk, CancellationToken cancellationToken)
{
    private const string ZipEnding = ".zip";

    private readonly PartialOutput _output = new(disk, cancellationToken);
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
            _output.CreateFoldersAbove(path);
            var isWritten = form == BagForm.Zip ? WriteZip(path) : WriteFolder(path);
            if (!isWritten)
                return Failed(BagDescriptors.TargetExists);
            _output.Keep();
            return new BagWriteResult(target, bag.Digest, true, []);
        }
        catch (OperationCanceledException)
        {
            return Failed(BagDescriptors.WritingCancelled);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            return Failed(BagDescriptors.CannotWrite, PartialOutput.WordsOf(exception));
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
        // bagit.txt claims the folder; the tag manifest comes last, so that what is cut off has no digest at all.
        var folder = _output.ClaimFolder(path, bag.Files.Single(file => file.Path == BagLayout.Declaration));
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in bag.Files.Where(file => file.Path is not (BagLayout.Declaration or BagLayout.TagManifest)))
            WriteFile(folder, file, made);
        WriteFile(folder, bag.Files.Single(file => file.Path == BagLayout.TagManifest), made);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Of two writers the second is refused, because no folder with files in it is ever replaced.
            disk.MoveFolder(folder, path);
            return true;
        }
        catch (IOException) when (disk.Exists(path))
        {
            return false;
        }
    }

    private bool WriteZip(string path)
    {
        var (partial, stream) = _output.ClaimFile(path);
        using (stream)
        {
            new StoredZipWriter(stream, cancellationToken).Write(bag.Files, TopFolder);
            disk.Flush(stream);
        }

        // A rename replaces a file, so the name is taken first, by the one step in which only one writer succeeds. A
        // writer killed right behind it leaves an empty file of that name, which is no snapshot to any reader.
        if (_output.CreateFile(path) is not { } claim)
            return false;
        claim.Dispose();
        disk.ReplaceFile(partial, path);
        return true;
    }

    private void WriteFile(string folder, BagFile file, HashSet<string> made)
    {
        for (var slash = file.Path.IndexOf('/'); slash >= 0; slash = file.Path.IndexOf('/', slash + 1))
        {
            if (made.Add(file.Path[..slash]))
                _output.CreateFolder(Path.Combine(folder, file.Path[..slash]));
        }

        var stream = _output.CreateFile(Path.Combine(folder, file.Path))
            ?? throw new IOException("Somebody else writes into the temporary folder.");
        _output.Fill(stream, file.Bytes);
    }

    private BagWriteResult Failed(SnapshotDescriptor descriptor, params ReadOnlySpan<string> arguments)
    {
        var failure = new SnapshotDiagnostic(descriptor, PartialOutput.NameOf(target), 0, 0, "", [.. arguments]);
        return new BagWriteResult(target, bag.Digest, false, [failure, .. _output.Remove(target)]);
    }
}
