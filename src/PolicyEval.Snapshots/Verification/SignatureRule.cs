using System.Collections.Immutable;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Evidence that no trusted key signed cannot be used where the user requires a signature.</summary>
internal static class SignatureRule
{
    /// <summary>The same snapshot, or, where a signature is missing, why it cannot be used.</summary>
    public static SnapshotResult Apply(SnapshotResult result, VerifyOptions options)
    {
        if (!options.RequireSignature || result.Outline is not { } snapshot)
            return result;
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        Check(result.Name, snapshot.Document is not null, snapshot.Signatures, diagnostics);
        return diagnostics.Errors == 0
            ? result
            : result with
            {
                Outline = null,
                Account = snapshot.Accounts is [var only] ? only.Id : "",
                Diagnostics = diagnostics.ToImmutable(),
            };
    }

    /// <summary>Reports evidence that no trusted key signed.</summary>
    /// <param name="name">What the evidence is called in messages.</param>
    /// <param name="isSealed">Whether a seal vouches for it.</param>
    /// <param name="signatures">Who signed it.</param>
    /// <param name="diagnostics">Takes what is to be said.</param>
    public static void Check(
        string name, bool isSealed, ImmutableArray<SignatureState> signatures, SnapshotDiagnosticBag diagnostics)
    {
        if (signatures.Any(signature => signature.IsTrusted))
            return;
        var why = !isSealed ? "the evidence is not sealed, so nobody can have signed it"
            : signatures.IsEmpty ? $"{name} is not signed"
            : $"{name} is signed by {string.Join(", ", signatures.Select(s => s.KeyId))} only";
        diagnostics.Report(SealingDescriptors.NotSigned, name, why);
    }
}
