using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>
/// Reads a sealed snapshot and checks all of it: manifests, signatures, the document, and that everything which follows
/// from the raw pages does.
/// </summary>
internal sealed class SealedReader(
    SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private static readonly string[] CheckNames =
        ["manifests", "signatures", "document", "calls", "derivation", "secrets"];

    private readonly List<VerificationCheck> _checks = [];
    private string _digest = "";
    private SnapshotDocument? _document;
    private ImmutableArray<SignatureState> _signatures = [];
    private ImmutableArray<Source> _evidence = [];
    private IReadOnlyDictionary<string, JsonText> _parsed = ImmutableDictionary<string, JsonText>.Empty;

    /// <summary>Everything that could be read; the diagnostics say what is wrong.</summary>
    public SealedContents Read(string path, IReadOnlyList<PublicKey> trusted)
    {
        using var bag = BagReader.Open(path, limits, diagnostics, cancellationToken);
        return Read(bag, trusted);
    }

    /// <summary>The same of a bag that is open, or null after a diagnostic.</summary>
    public SealedContents Read(Bag? bag, IReadOnlyList<PublicKey> trusted)
    {
        if (bag is { Kind: BagKind.Pack })
            diagnostics.Report(PackDescriptors.NotASnapshot, bag.Name);
        else if (bag is not null)
            Check(bag, trusted);

        var notChecked = CheckNames.Skip(_checks.Count)
            .Select(name => new VerificationCheck(name, CheckStatus.NotChecked, ""));
        return new SealedContents(_digest, _document, [.. _checks, .. notChecked], _signatures, _evidence)
        {
            Parsed = _parsed,
        };
    }

    private void Check(Bag bag, IReadOnlyList<PublicKey> trusted)
    {
        var checkedBag = BagChecker.Check(bag, diagnostics);
        _digest = checkedBag.Digest;
        Add(checkedBag.IsIntact, Count(checkedBag.Payload.Length, "file", "under data/"));
        CheckSignatures(checkedBag, trusted);
        if (!checkedBag.IsIntact)
            return;

        if (checkedBag.Read(BagLayout.Document) is not { } document
            || new DocumentReader(document, limits, diagnostics).Read() is not { } facts)
        {
            Add(false, "");
            return;
        }

        Add(true, SnapshotDocument.Format);
        var payload = new SealedPayload(checkedBag, limits, diagnostics, cancellationToken);
        var errors = diagnostics.Errors;
        var composed = facts.Origin == SnapshotOrigin.Asserted
            ? payload.ComposeAsserted(facts)
            : payload.Compose(facts);
        Add(diagnostics.Errors == errors, Count(payload.Calls, "attempt", "at a call"));
        if (composed is null)
            return;
        errors = diagnostics.Errors;
        new SealedComparer(checkedBag, diagnostics).Compare(composed, document);
        Add(diagnostics.Errors == errors, Count(composed.Payload.Length, "file", "composed again"));
        Add(!ReportsSecrets(composed), "");
        _document = composed.Document;
        _parsed = composed.Parsed;
        _evidence =
        [
            .. from file in composed.Payload.Zip(composed.Document.Files)
               let known = EvidenceFiles.Find(file.First.Path[BagLayout.Data.Length..])
               where known is not null
               select new Source(known.Name, file.First.Bytes, file.Second.Sha256),
        ];
    }

    private void CheckSignatures(CheckedBag checkedBag, IReadOnlyList<PublicKey> trusted)
    {
        var errors = diagnostics.Errors;
        _signatures = SealedSignatures.Check(checkedBag, trusted, diagnostics);
        Add(diagnostics.Errors == errors, Count(_signatures.Length, "signature", ""));
    }

    /// <summary>Whether any place looks like a secret; each is a warning.</summary>
    private bool ReportsSecrets(ComposedSnapshot composed)
    {
        var hits = composed.Payload.SelectMany(file => SecretScan.Scan(file.Path, file.Bytes)).ToArray();
        foreach (var hit in hits)
            diagnostics.Report(SealingDescriptors.SealedSecret, hit.Path, (hit.Line, hit.Column), "", hit.What);
        return hits.Length > 0;
    }

    private void Add(bool passed, string detail) => _checks.Add(new VerificationCheck(
        CheckNames[_checks.Count], passed ? CheckStatus.Passed : CheckStatus.Failed, detail));

    private static string Count(int count, string thing, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")} {rest}").TrimEnd();
}
