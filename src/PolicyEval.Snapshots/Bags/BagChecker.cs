using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// Compares a bag with its manifests in both directions. Everything outside of <c>signatures/</c> is listed, there and
/// unchanged, or it is named. Finds all, not only the first.
/// </summary>
internal sealed class BagChecker
{
    internal const string EveryBag = "every sealed snapshot has it";

    /// <summary>How much of a bag is kept as it was hashed, so that it is not read and hashed again.</summary>
    private const long HeldBytes = 32 << 20;

    private readonly Bag _bag;
    private readonly IReadOnlyList<string> _tagFiles;
    private readonly SnapshotDiagnosticBag _diagnostics;
    private readonly HashSet<string> _damagedManifests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Source> _held = new(StringComparer.Ordinal);
    private long _room;

    private BagChecker(Bag bag, SnapshotDiagnosticBag diagnostics, long room)
    {
        _room = room;
        _bag = bag;
        _tagFiles = BagLayout.TagFilesOf(bag.Kind);
        _diagnostics = diagnostics;
    }

    /// <summary>Reads every file once; a large one a piece at a time.</summary>
    /// <param name="bag">The bag.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="heldBytes">How much of it is kept as it was hashed.</param>
    /// <exception cref="OperationCanceledException">The bag's token was cancelled.</exception>
    public static CheckedBag Check(Bag bag, SnapshotDiagnosticBag diagnostics, long heldBytes = HeldBytes) =>
        new BagChecker(bag, diagnostics, heldBytes).Check();

    private CheckedBag Check()
    {
        var errors = _diagnostics.Errors;
        var tagManifest = ReadManifest(BagLayout.TagManifest, RefuseTag);
        ReadManifest(BagLayout.Manifest, RefusePayload);
        foreach (var path in _tagFiles)
        {
            // One that is listed or there is compared like the others.
            if (!_listed.ContainsKey(path) && _bag.Find(path) is null)
                _diagnostics.Report(BagDescriptors.FileMissing, path, EveryBag);
        }

        var payload = CompareFiles();
        if (_diagnostics.Errors == errors)
        {
            // What is listed can still be wrong; what was changed is wrong already.
            CheckDeclaration();
            CheckInfo();
        }

        var digest = tagManifest is null ? "" : Convert.ToHexStringLower(SHA256.HashData(tagManifest.Bytes));
        return new CheckedBag(
            _bag, _diagnostics, tagManifest?.Memory ?? default, digest, _diagnostics.Errors == errors, payload,
            _listed, _held);
    }

    private string? RefuseTag(string path) =>
        _tagFiles.Contains(path) ? null : "it is no tag file";

    private static string? RefusePayload(string path) =>
        BagLayout.IsPayload(path) ? null : "it is not under data/";

    private Source? ReadManifest(string path, Func<string, string?> refuse)
    {
        if (_bag.Find(path) is null)
        {
            _damagedManifests.Add(path);
            if (path == BagLayout.TagManifest)
                _diagnostics.Report(BagDescriptors.FileMissing, path, EveryBag);
            return null;
        }

        if (Read(path) is not { } source)
        {
            _damagedManifests.Add(path);
            return null;
        }

        var errors = _diagnostics.Errors;
        foreach (var entry in ManifestFile.Read(source, _bag.Limits, _diagnostics, refuse))
            _listed.Add(entry.Path, entry.Sha256);
        if (_diagnostics.Errors > errors)
            _damagedManifests.Add(path);
        return source;
    }

    /// <summary>Both directions; gives the payload that is as it should be.</summary>
    private ImmutableArray<CheckedFile> CompareFiles()
    {
        var payload = ImmutableArray.CreateBuilder<CheckedFile>();
        foreach (var entry in _bag.Entries)
        {
            var path = entry.Path;
            if (path == BagLayout.TagManifest)
                continue;
            if (BagLayout.IsSignature(path))
            {
                // Who checks signatures reads what they say; here they must only be readable, and whole in a zip.
                _bag.Hash(entry);
                continue;
            }

            if (!_listed.TryGetValue(path, out var expected))
            {
                // What stands in no line of a manifest that lost lines was not added.
                if (!_damagedManifests.Contains(BagLayout.ManifestOf(path)))
                    _diagnostics.Report(BagDescriptors.FileExtra, path, BagLayout.ManifestOf(path));
            }
            else if (HashOf(entry) is not { } sha256)
                continue;
            else if (sha256 != expected)
                _diagnostics.Report(BagDescriptors.FileChanged, path, sha256, BagLayout.ManifestOf(path), expected);
            else if (BagLayout.IsPayload(path))
                payload.Add(new CheckedFile(path, sha256, entry.Length));
        }

        foreach (var path in _listed.Keys.Where(path => _bag.Find(path) is null).Order(StringComparer.Ordinal))
            _diagnostics.Report(BagDescriptors.FileMissing, path, $"{BagLayout.ManifestOf(path)} lists it");
        return payload.ToImmutable();
    }

    private string? HashOf(BagEntry entry) =>
        _held.ContainsKey(entry.Path) || entry.Length <= Math.Min(_room, _bag.Limits.FileBytes)
            ? Read(entry.Path)?.Sha256()
            : _bag.Hash(entry);

    private Source? Read(string path)
    {
        if (_held.TryGetValue(path, out var known))
            return known;
        if (_bag.Read(path) is not { } source)
            return null;
        if (source.Bytes.Length <= _room)
        {
            _room -= source.Bytes.Length;
            _held.Add(path, source);
        }

        return source;
    }

    private void CheckDeclaration()
    {
        if (Read(BagLayout.Declaration) is { } source && !source.Bytes.SequenceEqual(BagLayout.DeclarationBytes))
            _diagnostics.Report(BagDescriptors.BadDeclaration, source.Name, (1, 1), "");
    }

    /// <summary>The size that archives are told is the payload's.</summary>
    private void CheckInfo()
    {
        if (Read(BagLayout.Info) is not { } source)
            return;
        var data = _bag.Entries.Where(entry => BagLayout.IsPayload(entry.Path)).ToList();
        var expected = BagInfo.OxumOf(data.Sum(entry => entry.Length), data.Count);
        var actual = BagInfo.Find(source.Bytes, BagInfo.PayloadOxum);
        if (actual != expected)
        {
            _diagnostics.Report(
                BagDescriptors.BadInfo, source.Name,
                $"{BagInfo.PayloadOxum} is {actual ?? "not there once"}, and the payload's is {expected}");
        }
    }
}
