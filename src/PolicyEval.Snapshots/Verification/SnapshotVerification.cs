using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Verification;

/// <summary>What the verification of one snapshot gave. Immutable.</summary>
public sealed record SnapshotVerification
{
    /// <summary>The name of the folder or zip, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>The digest; of a damaged snapshot what it claims to be; empty where it has none.</summary>
    public required string Digest { get; init; }

    /// <summary>What the snapshot says, as its evidence gives it; null where that could not be read.</summary>
    public required SnapshotDocument? Document { get; init; }

    /// <summary>What was checked, in this order.</summary>
    public required ImmutableArray<VerificationCheck> Checks { get; init; }

    /// <summary>One for each key id that signed, sorted by it.</summary>
    public required ImmutableArray<SignatureState> Signatures { get; init; }

    /// <summary>Everything that was found, errors and warnings.</summary>
    public required ImmutableArray<SnapshotDiagnostic> Diagnostics { get; init; }

    /// <summary>The result.</summary>
    public VerificationVerdict Verdict =>
        Document is null || Diagnostics.Any(diagnostic => diagnostic.Severity == SnapshotSeverity.Error)
            ? VerificationVerdict.Damaged
        : Signatures.Any(signature => signature.IsTrusted) ? VerificationVerdict.Trusted
        : Signatures.Length > 0 ? VerificationVerdict.UnknownKey
        : VerificationVerdict.Unsigned;
}
