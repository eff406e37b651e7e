using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>Puts the files of one pack together, in memory.</summary>
internal sealed class PackComposer(PackInputs inputs, CancellationToken cancellationToken)
{
    private const string SnapshotFolder = BagLayout.Data + "snapshots/";
    private const string ZipEnding = ".zip";

    private readonly SnapshotLimits _limits = SnapshotLimits.Default;
    private readonly SnapshotDiagnosticBag _diagnostics = new(SnapshotLimits.Default.Diagnostics);
    private readonly PackNames _names = new();
    private readonly Dictionary<string, PackedSnapshot> _byDigest = new(StringComparer.Ordinal);
    private readonly List<BagFile> _payload = [];

    public PackDraftResult Compose()
    {
        var document = new PackDocument
        {
            Producer = inputs.Producer,
            IsOfTree = inputs.IsOfTree,
            Snapshots = [.. inputs.Snapshots.Select(Packed)],
            Organizations = [.. inputs.Organizations.Select(Packed)],
            LeftOut = inputs.LeftOut,
            Files = [.. inputs.Files.Select(Packed)],
        };
        return new PackDraftResult(
            _diagnostics.Errors > 0 ? null : new PackDraft(document, [.. _payload]), _diagnostics.ToImmutable());
    }

    private PackedSnapshot Packed(SnapshotResult result)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = result.Outline
            ?? throw new InvalidOperationException($"The snapshot {result.Name} cannot be used.");
        if (snapshot.Document is not null)
            return Sealed(result.Name, snapshot.Digest, result.Path);
        if (_byDigest.TryGetValue($"{snapshot.Digest} {result.Name}", out var same))
            return same;

        var form = Directory.Exists(result.Path) ? PackedForm.Folder : PackedForm.File;
        var folder = _names.Take(SnapshotFolder, result.Name, "/");
        AddFiles(snapshot, folder);
        return _byDigest[$"{snapshot.Digest} {result.Name}"] =
            new PackedSnapshot(result.Name, form, folder, snapshot.Digest);
    }

    private void AddFiles(SnapshotOutline outline, string folder)
    {
        try
        {
            var snapshot = outline.Open(cancellationToken);
            foreach (var file in snapshot.Files.Where(file => file.DecodedFrom is null))
            {
                _payload.Add(new BagFile(
                    _names.TakeFile(folder, file.Name), snapshot.ContentOf(file.Name)!.Value));
            }
        }
        catch (EvidenceReadException exception)
        {
            _diagnostics.Add([exception.Diagnostic]);
        }
    }

    private PackedSnapshot Packed(OrganizationSnapshot organization)
    {
        if (organization.IsSealed)
            return Sealed(organization.Name, organization.Digest, organization.Path);
        var folder = _names.Take(SnapshotFolder, organization.Name, "/");
        _payload.Add(new BagFile(folder + Evidence.EvidenceFiles.OrganizationAccounts, organization.Content));
        return new PackedSnapshot(organization.Name, PackedForm.Folder, folder, organization.Digest);
    }

    /// <summary>A zip with the same digest, whether it was a folder or a zip before.</summary>
    private PackedSnapshot Sealed(string name, string digest, string path)
    {
        if (_byDigest.TryGetValue(digest, out var same))
            return same;
        var parts = name.Split('/');
        var folder = SnapshotFolder + string.Concat(parts[..^1].Select(part => part + "/"));
        var target = _names.Take(folder, parts[^1], ZipEnding);
        if (ZipOf(path, target[folder.Length..^ZipEnding.Length], digest) is { } zip)
            _payload.Add(new BagFile(target, zip));
        return _byDigest[digest] = new PackedSnapshot(name, PackedForm.Sealed, target, digest);
    }

    private byte[]? ZipOf(string path, string topFolder, string digest)
    {
        using var bag = BagReader.Open(path, _limits, _diagnostics, cancellationToken);
        if (bag is null)
            return null;
        var files = new List<BagFile>();
        foreach (var entry in bag.Entries)
        {
            if (bag.Read(entry.Path) is not { } source)
                return null;
            files.Add(new BagFile(entry.Path, source.Memory));
        }

        if (files.Find(file => file.Path == BagLayout.TagManifest) is not { } tagManifest
            || new Source(tagManifest.Path, tagManifest.Bytes).Sha256() != digest)
        {
            _diagnostics.Report(PackDescriptors.ChangedMeanwhile, bag.Name, bag.Name);
            return null;
        }

        return Zip([.. files], topFolder, bag.Name);
    }

    private byte[]? Zip(ImmutableArray<BagFile> files, string topFolder, string name)
    {
        if (StoredZipWriter.ProblemOf(files, topFolder) is { } tooLarge)
        {
            _diagnostics.Report(BagDescriptors.TooLargeForZip, name, tooLarge.Limit, tooLarge.What);
            return null;
        }

        if (files.Sum(file => (long)file.Bytes.Length) > _limits.FileBytes)
        {
            var limit = _limits.FileBytes.ToString(CultureInfo.InvariantCulture);
            _diagnostics.Report(SnapshotDescriptors.TooLarge, name, limit, "bytes", nameof(_limits.FileBytes));
            return null;
        }

        using var stream = new MemoryStream();
        new StoredZipWriter(stream, cancellationToken).Write(files, topFolder);
        return stream.ToArray();
    }

    private PackedPlace Packed(PackedFile file)
    {
        var path = _names.TakeFile($"{BagLayout.Data}{PackWords.Of(file.Kind)}/", file.Name);
        _payload.Add(new BagFile(path, file.Bytes));
        return new PackedPlace(file.Kind, file.Name, path);
    }
}
