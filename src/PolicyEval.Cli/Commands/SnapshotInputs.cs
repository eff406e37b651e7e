using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Commands;

/// <summary>Opens the snapshots of a command line, with the keys whose signatures count.</summary>
/// <param name="Paths">Paths, or <c>-</c>.</param>
/// <param name="TrustedKeys">Files of public keys whose signatures count.</param>
/// <param name="RequireSignature">Whether every snapshot must be signed by one of them.</param>
internal sealed record SnapshotInputs(
    ImmutableArray<string> Paths, ImmutableArray<string> TrustedKeys, bool RequireSignature)
{
    private const string StandardInput = "-";

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="UsageException">Standard input is given twice, or a signature is wanted of nobody.</exception>
    public void RefuseMistakes()
    {
        if (Paths.Count(path => path == StandardInput) > 1)
            throw UsageException.Of(UsageDescriptors.StandardInputTwice);
        if (RequireSignature && TrustedKeys.IsEmpty)
            throw UsageException.Of(UsageDescriptors.NoTrustedKey);
    }

    /// <summary>
    /// Opens them; null where a key cannot be used or a signature is missing, which goes to standard error. What is
    /// wrong with a snapshot itself stands in its result.
    /// </summary>
    public ImmutableArray<SnapshotResult>? Open(CliHost host, CancellationToken cancellationToken)
    {
        if (SigningOptions.OpenTrusted(host, TrustedKeys) is not { } trusted)
            return null;
        var verify = new VerifyOptions { TrustedKeys = trusted };
        var snapshots = Paths.Select(path => Open(host, path, verify, cancellationToken)).ToImmutableArray();
        return RequireSignature && RefuseUnsigned(host, snapshots) ? null : snapshots;
    }

    private static SnapshotResult Open(
        CliHost host, string path, VerifyOptions verify, CancellationToken cancellationToken) =>
        path == StandardInput
            ? Snapshot.Read(host.Input, StandardInput, limits: null, cancellationToken)
            : Snapshot.Open(path, verify, cancellationToken);

    /// <summary>Names every snapshot that no trusted key signed; whether there is one.</summary>
    private static bool RefuseUnsigned(CliHost host, ImmutableArray<SnapshotResult> snapshots)
    {
        var unsigned = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var result in snapshots)
        {
            // What could not be read has its own diagnostics, which come from the preparation.
            if (result.Snapshot is not { } snapshot || snapshot.Signatures.Any(signature => signature.IsTrusted))
                continue;
            var why = !snapshot.IsSealed ? "the evidence is not sealed, so nobody can have signed it"
                : snapshot.Signatures.IsEmpty ? "the snapshot is not signed"
                : $"the snapshot is signed by {string.Join(", ", snapshot.Signatures.Select(s => s.KeyId))} only";
            unsigned.Add(Diagnostic.Create(UsageDescriptors.NotSigned, Location.InFile(result.Name), why));
        }

        host.Report(unsigned.ToImmutable());
        return unsigned.Count > 0;
    }
}
