using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Packs;

/// <summary>
/// A pack before it is sealed. It is opened as the finished one will be, so that results come from what is handed over
/// and from nothing else. Immutable.
/// </summary>
public sealed class PackDraft
{
    private readonly PackDocument _document;
    private readonly ImmutableArray<BagFile> _payload;

    internal PackDraft(PackDocument document, ImmutableArray<BagFile> payload) =>
        (_document, _payload) = (document, payload);

    /// <summary>Puts snapshots and rules together. What goes wrong is a diagnostic.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PackDraftResult Create(PackInputs inputs, CancellationToken cancellationToken = default) =>
        new PackComposer(inputs, cancellationToken).Compose();

    /// <summary>Opens the draft as the pack that it becomes, without a digest and signatures.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PackResult Open(CancellationToken cancellationToken = default)
    {
        var limits = Sources.SnapshotLimits.Default;
        var diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
        var files = _payload.ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        var opener = new PackOpener(_document, limits, diagnostics, cancellationToken);
        var pack = opener.Open([.. files.Keys], path => files[path]);
        return new PackResult(diagnostics.Errors > 0 ? null : pack, diagnostics.ToImmutable());
    }

    /// <summary>The same with the results.</summary>
    /// <param name="results">The JSON report.</param>
    /// <param name="report">The HTML report.</param>
    public PackDraft With(ReadOnlyMemory<byte> results, ReadOnlyMemory<byte> report)
    {
        PackedPlace[] places =
        [
            new(PackedFileKind.Results, "results.json", BagLayout.Data + "results.json"),
            new(PackedFileKind.Report, "report.html", BagLayout.Data + "report.html"),
        ];
        return new PackDraft(
            _document with { Files = [.. places, .. _document.Files] },
            [new BagFile(places[0].Path, results), new BagFile(places[1].Path, report), .. _payload]);
    }

    /// <summary>Seals, signs and writes the pack as one zip: all of it or nothing, and over nothing.</summary>
    /// <param name="target">The zip to make.</param>
    /// <param name="key">Who signs it, or null.</param>
    /// <param name="cancellationToken">Stops the writing; what was written is removed.</param>
    public BagWriteResult Write(string target, SigningKey? key, CancellationToken cancellationToken = default)
    {
        var bag = new BagContent
        {
            Kind = BagKind.Pack,
            Payload = _payload,
            Document = PackDocumentWriter.Write(_document),
            Instructions = Encoding.UTF8.GetBytes(VerifyInstructions.PackText()),
            Info = new BagInfo
            {
                SoftwareAgent = _document.Producer,
                ExternalIdentifier = _document.Snapshots is [var only]
                    ? $"pack of {only.Path[BagLayout.Data.Length..].TrimEnd('/')}"
                    : string.Create(CultureInfo.InvariantCulture, $"pack of {_document.Snapshots.Length} snapshots"),
                ExternalDescription = "Identity evidence with the policies and results of an evaluation",
            }.Write(_payload),
        }.Seal();
        if (key is not null)
            bag = bag.With(SnapshotSignature.Sign(bag.TagManifest, key));
        return BagWriter.Write(bag, target, BagForm.Zip, cancellationToken);
    }
}
