using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Trees;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots.Packs;

/// <summary>
/// Snapshots with the rules that judged them and the results, sealed as one bag: what is handed over. Immutable. The
/// door of this folder.
/// </summary>
public sealed class Pack
{
    internal Pack()
    {
    }

    /// <summary>The sha256 of its tag manifest, 64 lower-case digits; empty before it is sealed.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>Who signed it, one for each key id.</summary>
    public ImmutableArray<SignatureState> Signatures { get; private init; } = [];

    /// <summary>The program that made it, such as <c>policyeval 0.1.0</c>.</summary>
    public required string Producer { get; init; }

    /// <summary>Whether its snapshots were found in a folder.</summary>
    public required bool IsOfTree { get; init; }

    /// <summary>The snapshots, opened, in the order evaluated.</summary>
    public required ImmutableArray<SnapshotResult> Snapshots { get; init; }

    /// <summary>Organisations' lists of accounts.</summary>
    public required ImmutableArray<OrganizationSnapshot> Organizations { get; init; }

    /// <summary>The snapshots of folders that are not in it, as who packed says.</summary>
    public required ImmutableArray<LeftOutSnapshot> LeftOut { get; init; }

    /// <summary>The keys by which the results call signatures of its snapshots trusted.</summary>
    public required ImmutableArray<PublicKey> TrustedKeys { get; init; }

    /// <summary>All other files.</summary>
    public required ImmutableArray<PackedFile> Files { get; init; }

    /// <summary>The files of a kind, in the order read.</summary>
    public IEnumerable<PackedFile> FilesOf(PackedFileKind kind) => Files.Where(file => file.Kind == kind);

    /// <summary>The file of a kind of which there is at most one, or null.</summary>
    public PackedFile? FileOf(PackedFileKind kind) => FilesOf(kind).FirstOrDefault();

    /// <summary>Whether a path is a sealed bag, which may be a pack: opening it tells.</summary>
    public static bool MayBe(string path) => BagReader.IsBag(path);

    /// <summary>Whether a path is a pack, intact or not; false for what cannot be opened.</summary>
    public static bool IsOne(string path)
    {
        if (!BagReader.IsBag(path))
            return false;
        using var bag = BagReader.Open(path, Sources.SnapshotLimits.Default, new SnapshotDiagnosticBag(1));
        return bag is { Kind: BagKind.Pack };
    }

    /// <summary>
    /// Opens a pack, zip or unpacked: all of it is verified, and the snapshots in it as any sealed snapshot is.
    /// </summary>
    /// <param name="path">The pack.</param>
    /// <param name="options">
    /// The keys whose signatures of the pack count, and whether there must be one. What the results say of the
    /// signatures of its snapshots goes by the keys in the pack.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PackResult Open(string path, VerifyOptions options, CancellationToken cancellationToken = default)
    {
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        using var bag = BagReader.Open(path, options.Limits, diagnostics, cancellationToken);
        if (bag is { Kind: BagKind.Snapshot })
            diagnostics.Report(PackDescriptors.NotAPack, bag.Name);
        var pack = bag is { Kind: BagKind.Pack } ? Open(bag, options, diagnostics, cancellationToken) : null;
        return new PackResult(diagnostics.Errors > 0 ? null : pack, diagnostics.ToImmutable());
    }

    private static Pack? Open(
        Bag bag, VerifyOptions options, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var checkedBag = BagChecker.Check(bag, diagnostics);
        var signatures = SealedSignatures.Check(checkedBag, options.TrustedKeys, diagnostics);
        if (diagnostics.Errors == 0 && options.RequireSignature)
            SignatureRule.Check(bag.Name, isSealed: true, signatures, diagnostics);
        if (diagnostics.Errors > 0
            || checkedBag.Read(BagLayout.PackDocument) is not { } source
            || new PackDocumentReader(source, options.Limits, diagnostics).Read() is not { } document)
        {
            return null;
        }

        var opened = new PackOpener(document, options.Limits, diagnostics, cancellationToken).Open(
            [.. checkedBag.Payload.Select(file => file.Path)], path => checkedBag.Read(path)?.Memory);
        return new Pack
        {
            Digest = checkedBag.Digest,
            Signatures = signatures,
            Producer = opened.Producer,
            IsOfTree = opened.IsOfTree,
            Snapshots = opened.Snapshots,
            Organizations = opened.Organizations,
            LeftOut = opened.LeftOut,
            TrustedKeys = opened.TrustedKeys,
            Files = opened.Files,
        };
    }
}
