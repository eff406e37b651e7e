using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>Adds files under <c>signatures/</c> to a bag that is there. Nothing else of it changes.</summary>
internal sealed class SignatureWriting(
    string path,
    ImmutableArray<BagFile> signatures,
    SnapshotLimits limits,
    IBagDisk disk,
    CancellationToken cancellationToken)
{
    private readonly PartialOutput _output = new(disk, cancellationToken);
    private readonly SnapshotDiagnosticBag _diagnostics = new(limits.Diagnostics);
    private string _digest = "";

    public BagWriteResult Write()
    {
        try
        {
            var target = LinkTarget(path);
            var isWritten = Directory.Exists(target) ? AddToFolder(target) : AddToZip(target);
            if (isWritten)
                _output.Keep();
            return Result(isWritten);
        }
        catch (OperationCanceledException)
        {
            _diagnostics.Report(BagDescriptors.WritingCancelled, Path.GetFileName(path));
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            var words = PartialOutput.WordsOf(exception);
            _diagnostics.Report(BagDescriptors.CannotWrite, PartialOutput.NameOf(path), words);
        }

        return Result(isWritten: false);
    }

    private BagWriteResult Result(bool isWritten) =>
        new(path, _digest, isWritten, [.. _diagnostics.ToImmutable(), .. _output.Remove(path)]);

    /// <summary>What is named in the end: a rename would replace the link and not what it leads to.</summary>
    private static string LinkTarget(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var file = new FileInfo(full);
        return file.LinkTarget is null ? full : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private bool AddToFolder(string folder)
    {
        using (var bag = BagReader.Open(folder, limits, _diagnostics, cancellationToken))
        {
            if (bag is null || !ReadDigest(bag) || !AreNew(bag))
                return false;
        }

        var inner = Path.Combine(folder, BagLayout.Signatures.TrimEnd('/'));
        return disk.Exists(inner) ? AddFiles(folder) : AddFolder(folder, inner);
    }

    /// <summary>All in one step.</summary>
    private bool AddFolder(string folder, string inner)
    {
        BagFile[] named = [.. signatures.Select(file => file with { Path = file.Path[BagLayout.Signatures.Length..] })];
        var temporary = _output.ClaimFolder($"{folder}.signatures", named[0]);
        foreach (var file in named.Skip(1))
        {
            var stream = _output.CreateFile(Path.Combine(temporary, file.Path))
                ?? throw new IOException("Somebody else writes into the temporary folder.");
            _output.Fill(stream, file.Bytes);
        }

        cancellationToken.ThrowIfCancellationRequested();
        disk.MoveFolder(temporary, inner);
        return true;
    }

    /// <summary>One after the other, each in one step.</summary>
    private bool AddFiles(string folder)
    {
        var temporary = new List<string>();
        foreach (var file in signatures)
        {
            var (partial, stream) = _output.ClaimFile(folder);
            _output.Fill(stream, file.Bytes);
            temporary.Add(partial);
        }

        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (partial, file) in temporary.Zip(signatures))
            _output.Name(partial, Path.Combine(folder, file.Path));
        return true;
    }

    /// <summary>Writes the zip as it would have been with the signatures, and puts it in the old one's place.</summary>
    private bool AddToZip(string zip)
    {
        string temporary;
        using (var bag = BagReader.Open(zip, limits, _diagnostics, cancellationToken))
        {
            if (bag is not ZipBag old || !ReadDigest(old) || !AreNew(old) || ReadAll(old) is not { } files)
                return false;
            if (StoredZipWriter.ProblemOf(files, old.TopFolder) is { } tooLarge)
            {
                _diagnostics.Report(BagDescriptors.TooLargeForZip, old.Name, tooLarge.Limit, tooLarge.What);
                return false;
            }

            (temporary, var stream) = _output.ClaimFile(zip);
            using (stream)
            {
                new StoredZipWriter(stream, cancellationToken).Write(files, old.TopFolder);
                disk.Flush(stream);
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        disk.ReplaceFile(temporary, zip);
        return true;
    }

    private bool ReadDigest(Bag bag)
    {
        if (bag.Read(BagLayout.TagManifest) is not { } tagManifest)
            return false;
        _digest = Convert.ToHexStringLower(SHA256.HashData(tagManifest.Bytes));
        return true;
    }

    private bool AreNew(Bag bag)
    {
        var names = new BagNames();
        foreach (var entry in bag.Entries)
            names.Add(entry.Path);
        foreach (var file in signatures.Where(file => names.Add(file.Path) is not null))
            _diagnostics.Report(BagDescriptors.TargetExists, file.Path);
        return _diagnostics.Errors == 0;
    }

    private ImmutableArray<BagFile>? ReadAll(Bag bag)
    {
        var files = new List<BagFile>(signatures);
        foreach (var entry in bag.Entries)
        {
            if (bag.Read(entry.Path) is not { } source)
                return null;
            files.Add(new BagFile(entry.Path, source.Memory));
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
