using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>Everything that one <c>verify</c> found.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Chain">The chain, or null where none was asked for.</param>
/// <param name="Problems">Errors and warnings of both, in this order.</param>
internal sealed record VerifyOutcome(
    SnapshotVerification Snapshot, ChainVerification? Chain, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether it could be opened as a snapshot, damaged or not: something of it was checked.</summary>
    public bool IsReadable => Snapshot.Checks.Any(check => check.Status != CheckStatus.NotChecked);

    /// <summary>Whether nothing is damaged; it says nothing about who vouches for it.</summary>
    public bool IsIntact =>
        Snapshot.Verdict != VerificationVerdict.Damaged
        && Problems.All(problem => problem.Severity != DiagnosticSeverity.Error);

    /// <summary>The exit code: 0 for no other verdict than intact and signed by a trusted key.</summary>
    public int ExitCode =>
        !IsIntact ? ExitCodes.UnusableInput
        : Snapshot.Verdict == VerificationVerdict.Trusted ? ExitCodes.Success
        : ExitCodes.Unproven;
}
