using System.Collections.Immutable;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Accounts;
using PolicyEval.Evaluation.Library;
using PolicyEval.Snapshots.Packs;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// What an evaluation takes from a pack, and what a pack keeps of an evaluation: nothing else is read.
/// </summary>
internal static class PackedInputs
{
    /// <summary>The rules and lists of a run, as a pack keeps them.</summary>
    /// <param name="library">The policies.</param>
    /// <param name="request">What is asked, with settings, waivers and accounts.</param>
    /// <param name="baseline">The report whose failures are known, or null.</param>
    /// <param name="trusted">The keys that who packs trusts.</param>
    public static ImmutableArray<PackedFile> FilesOf(
        PolicyLibrary library, EvaluationRequest request, PackedFile? baseline, IEnumerable<PublicKey> trusted) =>
    [
        .. library.Files.Where(file => !file.IsBundled).Select(file => Packed(PackedFileKind.Policies, file)),
        .. library.Files.Where(file => file.IsBundled).Concat(library.Replaced).DistinctBy(file => file.Path)
            .Select(file => Packed(PackedFileKind.Bundled, file)),
        .. request.Settings.Read.Select(file => Packed(PackedFileKind.Settings, file)),
        .. request.Waivers.Read.Select(file => Packed(PackedFileKind.Waivers, file)),
        .. request.Population.File is { } accounts ? [Packed(PackedFileKind.ExpectedAccounts, accounts)] : Nothing,
        .. baseline is null ? Nothing : [baseline],
        .. trusted.DistinctBy(key => key.KeyId)
            .Select(key => new PackedFile(PackedFileKind.TrustedKey, $"{key.KeyId}{PublicKey.Ending}", key.Pem())),
    ];

    /// <summary>The snapshots of a pack.</summary>
    public static GatheredInputs InputsOf(Pack pack) =>
        new(pack.Snapshots, pack.LeftOut, pack.Organizations, [], pack.IsOfTree);

    /// <summary>The policies of a pack, and a request with all else that it holds.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="request">What is asked.</param>
    public static (PolicyLibrary Library, EvaluationRequest Request) RulesOf(Pack pack, EvaluationRequest request)
    {
        var library = PolicyLibrary.Of(
            [.. FilesOf(pack, PackedFileKind.Policies), .. FilesOf(pack, PackedFileKind.Bundled)]);
        var accounts = FilesOf(pack, PackedFileKind.ExpectedAccounts);
        request = InputsOf(pack).RequestOf(request, accounts is [var list] ? AccountPopulation.OfFile(list) : null);
        return (library, request with
        {
            Settings = PolicySettings.Of(FilesOf(pack, PackedFileKind.Settings), library),
            Waivers = WaiverLibrary.Of(FilesOf(pack, PackedFileKind.Waivers), library),
            Baseline = pack.FileOf(PackedFileKind.Baseline) is { } baseline
                ? SavedReport.LoadBaseline(baseline.Name, baseline.Bytes)
                : null,
            TracesMax = EvaluateRun.TracesMax,
        });
    }

    /// <summary>The files that are said to be part of the program which made the pack.</summary>
    public static ImmutableArray<LibraryFile> BundledIn(Pack pack) => FilesOf(pack, PackedFileKind.Bundled);

    private static PackedFile[] Nothing => [];

    private static PackedFile Packed(PackedFileKind kind, LibraryFile file) => new(kind, file.Path, file.Content);

    private static ImmutableArray<LibraryFile> FilesOf(Pack pack, PackedFileKind kind) =>
    [
        .. pack.FilesOf(kind)
            .Select(file => LibraryFile.Of(file.Name, kind == PackedFileKind.Bundled, file.Bytes)),
    ];
}
