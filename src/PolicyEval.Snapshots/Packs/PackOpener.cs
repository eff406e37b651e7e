using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots.Packs;

/// <summary>Makes of the files of a pack what an evaluation takes: snapshots are opened and verified.</summary>
internal sealed class PackOpener(
    PackDocument document,
    SnapshotLimits limits,
    SnapshotDiagnosticBag diagnostics,
    CancellationToken cancellationToken)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private HashSet<string> _paths = [];
    private Func<string, ReadOnlyMemory<byte>?> _read = _ => null;

    /// <summary>Opens all of it; what is wrong is a diagnostic, and the pack then not to be relied on.</summary>
    /// <param name="paths">Every file under <c>data/</c>.</param>
    /// <param name="read">Reads one of them; null after a diagnostic.</param>
    public Pack Open(ImmutableArray<string> paths, Func<string, ReadOnlyMemory<byte>?> read)
    {
        (_paths, _read) = (paths.ToHashSet(StringComparer.Ordinal), read);
        var files = document.Files.Select(Open).ToImmutableArray();
        var options = new VerifyOptions { TrustedKeys = KeysIn(files), Limits = limits };
        var pack = new Pack
        {
            Producer = document.Producer,
            IsOfTree = document.IsOfTree,
            Snapshots = [.. document.Snapshots.Select(snapshot => Open(snapshot, options))],
            Organizations = [.. document.Organizations.Select(snapshot => OpenOrganization(snapshot, options))],
            LeftOut = document.LeftOut,
            TrustedKeys = options.TrustedKeys,
            Files = files,
        };
        foreach (var path in paths.Where(path => !_used.Contains(path)))
            Refuse("files", $"a list without {path}", "every file of the pack");
        return pack;
    }

    private ImmutableArray<PublicKey> KeysIn(ImmutableArray<PackedFile> files) =>
    [
        .. files.Where(file => file.Kind == PackedFileKind.TrustedKey)
            .Select(file => PublicKey.Parse(new Source(file.Name, file.Bytes), diagnostics)).OfType<PublicKey>(),
    ];

    private PackedFile Open(PackedPlace place) => new(place.Kind, place.Name, Read(place.Path));

    private SnapshotResult Open(PackedSnapshot packed, VerifyOptions options)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reader = new SnapshotReader(limits, cancellationToken);
        var result = packed.Form switch
        {
            PackedForm.Sealed => reader.OpenZip(Read(packed.Path), packed.Name, options.TrustedKeys),
            PackedForm.Folder => reader.Read(FilesIn(packed), packed.Name),
            _ => OpenFile(packed, reader),
        };
        if (result.Outline is not { } snapshot)
            diagnostics.Add(result.Diagnostics);
        else if (snapshot.Digest != packed.Digest)
            ReportDigest(packed, snapshot.Digest);
        return result;
    }

    private SnapshotResult OpenFile(PackedSnapshot packed, SnapshotReader reader)
    {
        var files = FilesIn(packed);
        if (files.Count == 1)
            return reader.ReadFile(files.First().Key, files.First().Value, packed.Name);
        Refuse(packed.Path, $"a folder with {files.Count} files", "one file");
        return new SnapshotResult(packed.Name, null, []);
    }

    private OrganizationSnapshot OpenOrganization(PackedSnapshot packed, VerifyOptions options)
    {
        var organization = packed.Form == PackedForm.Sealed
            ? OrganizationSnapshot.OpenZip(Read(packed.Path), packed.Name, options, cancellationToken)
            : OrganizationSnapshot.Read(
                FilesIn(packed).GetValueOrDefault(EvidenceFiles.OrganizationAccounts), packed.Name, options);
        if (organization.IsUnusable)
            diagnostics.Add(organization.Diagnostics);
        else if (organization.Digest != packed.Digest)
            ReportDigest(packed, organization.Digest);
        return organization;
    }

    /// <summary>The bare files of a snapshot by their names.</summary>
    private Dictionary<string, ReadOnlyMemory<byte>> FilesIn(PackedSnapshot packed)
    {
        var files = _paths.Where(path => path.StartsWith(packed.Path, StringComparison.Ordinal))
            .ToDictionary(path => path[packed.Path.Length..], Read, StringComparer.Ordinal);
        if (!packed.Path.EndsWith('/') || files.Count == 0)
            Refuse("path", packed.Path, "a folder of the pack");
        else if (packed.Form == PackedForm.Folder && files.Keys.FirstOrDefault(
            name => EvidenceFiles.Find(name) is null) is { } alien)
            Refuse("path", packed.Path + alien, "evidence by its name");
        else
            return files;
        return [];
    }

    private ReadOnlyMemory<byte> Read(string path)
    {
        _used.Add(path);
        if (_paths.Contains(path))
            return _read(path) ?? default;
        Refuse("path", path, "a file of the pack");
        return default;
    }

    private void ReportDigest(PackedSnapshot packed, string digest) => diagnostics.Report(
        PackDescriptors.OtherDigest, BagLayout.PackDocument, packed.Name, packed.Digest, digest);

    private void Refuse(string field, string found, string expected) => diagnostics.Report(
        PackDescriptors.BadDocument, BagLayout.PackDocument, (1, 1), field, field, found, expected);
}
