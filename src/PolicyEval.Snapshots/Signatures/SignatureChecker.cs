using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Signatures;

/// <summary>
/// Checks the signatures of a snapshot. A key that comes with the snapshot shows who claims to have signed; only the
/// keys that the user names are trusted.
/// </summary>
public sealed partial class SignatureChecker
{
    private const int SignersMax = 100;

    // An envelope holds the tag manifest, which has five lines.
    private const int FileBytesMax = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _tagManifest;
    private readonly IReadOnlyCollection<PublicKey> _trusted;
    private readonly SnapshotDiagnosticBag _diagnostics = new(SnapshotLimits.Default.Diagnostics);

    private SignatureChecker(ReadOnlyMemory<byte> tagManifest, IReadOnlyCollection<PublicKey> trusted)
    {
        _tagManifest = tagManifest;
        _trusted = trusted;
    }

    /// <summary>Checks them all.</summary>
    /// <param name="tagManifest">The bytes of <c>tagmanifest-sha256.txt</c>.</param>
    /// <param name="files">Every file under <c>signatures/</c>, with its path in the bag.</param>
    /// <param name="trusted">The keys that the user trusts.</param>
    public static SignatureCheck Check(
        ReadOnlyMemory<byte> tagManifest, IReadOnlyList<BagFile> files, IReadOnlyCollection<PublicKey> trusted)
    {
        var checker = new SignatureChecker(tagManifest, trusted);
        var states = checker.Check(files);
        return new SignatureCheck(states, checker._diagnostics.ToImmutable());
    }

    private ImmutableArray<SignatureState> Check(IReadOnlyList<BagFile> files)
    {
        var envelopes = new SortedDictionary<string, Source>(StringComparer.Ordinal);
        var keys = new SortedDictionary<string, Source>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (FileName().Match(file.Path) is not { Success: true } match)
                _diagnostics.Report(SignatureDescriptors.UnknownFile, file.Path);
            else
                (match.Groups["key"].Success ? keys : envelopes)[match.Groups["id"].Value] =
                    new Source(file.Path, file.Bytes);
        }

        var signers = envelopes.Keys.Union(keys.Keys).Order(StringComparer.Ordinal).ToList();
        if (signers.Count <= SignersMax)
            return [.. signers.Select(id => Check(id, envelopes.GetValueOrDefault(id), keys.GetValueOrDefault(id)))];

        var limit = SignersMax.ToString(CultureInfo.InvariantCulture);
        _diagnostics.Report(SignatureDescriptors.TooMany, BagLayout.Signatures, limit, "signers");
        return [];
    }

    private SignatureState Check(string id, Source? envelopeFile, Source? keyFile)
    {
        if (envelopeFile is null || keyFile is null)
        {
            _diagnostics.Report(
                SignatureDescriptors.HalfSignature,
                envelopeFile?.Name ?? keyFile!.Name,
                envelopeFile is null ? SnapshotSignature.EnvelopePath(id) : SnapshotSignature.KeyPath(id));
        }

        // Each file is read whatever the other is like, so that all that is wrong is named at once.
        var envelope = envelopeFile is null || IsTooLong(envelopeFile) ? null : ReadEnvelope(envelopeFile, id);
        var key = keyFile is null || IsTooLong(keyFile) ? null : ReadKey(keyFile, id);
        if (envelope is null || key is null)
            return new SignatureState(id, SignatureStatus.Damaged, IsTrusted: false);

        var signed = Dsse.PreAuthenticationEncoding(envelope.PayloadType, _tagManifest.Span);
        if (key.Verifies(signed, envelope.Signature.Span))
            return new SignatureState(id, SignatureStatus.Valid, _trusted.Contains(key));
        _diagnostics.Report(SignatureDescriptors.WrongSignature, envelopeFile!.Name);
        return new SignatureState(id, SignatureStatus.Invalid, IsTrusted: false);
    }

    private DsseEnvelope? ReadEnvelope(Source file, string id)
    {
        if (DsseEnvelope.Read(file, _diagnostics) is not { } envelope)
            return null;
        if (envelope.KeyId != id)
        {
            _diagnostics.Report(SignatureDescriptors.OtherKeyId, file.Name, "keyid", envelope.KeyId);
            return null;
        }

        if (envelope.PayloadType == Dsse.PayloadType && envelope.Payload.Span.SequenceEqual(_tagManifest.Span))
            return envelope;
        _diagnostics.Report(SignatureDescriptors.OtherPayload, file.Name);
        return null;
    }

    private PublicKey? ReadKey(Source file, string id)
    {
        if (PublicKey.Parse(file, _diagnostics) is not { } key)
            return null;
        var written = key.Pem();
        var common = file.Bytes.CommonPrefixLength(written);
        if (common < written.Length || common < file.Bytes.Length)
        {
            _diagnostics.Report(
                SignatureDescriptors.NotCanonical, file.Name, file.PlaceOf(common), "", "public key");
            return null;
        }

        if (key.KeyId == id)
            return key;
        _diagnostics.Report(SignatureDescriptors.OtherKeyId, file.Name, "sha256 of the key", key.KeyId);
        return null;
    }

    private bool IsTooLong(Source file)
    {
        if (file.Bytes.Length <= FileBytesMax)
            return false;
        var limit = FileBytesMax.ToString(CultureInfo.InvariantCulture);
        _diagnostics.Report(SignatureDescriptors.TooMany, file.Name, limit, "bytes");
        return true;
    }

    [GeneratedRegex(@"\Asignatures/(?<id>[0-9a-f]{64})(\.dsse\.json|(?<key>\.pub\.pem))\z")]
    private static partial Regex FileName();
}
