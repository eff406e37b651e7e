using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Checks the signatures that lie in a bag.</summary>
internal static class SealedSignatures
{
    /// <summary>The signatures, one for each key id; what is wrong with one is a diagnostic.</summary>
    public static ImmutableArray<SignatureState> Check(
        CheckedBag checkedBag, IReadOnlyList<PublicKey> trusted, SnapshotDiagnosticBag diagnostics)
    {
        var files = new List<BagFile>();
        foreach (var entry in checkedBag.Bag.Entries)
        {
            if (BagLayout.IsSignature(entry.Path) && checkedBag.Bag.Read(entry.Path) is { } source)
                files.Add(new BagFile(source.Name, source.Memory));
        }

        var check = SignatureChecker.Check(checkedBag.TagManifest, files, trusted);
        diagnostics.Add(check.Diagnostics);
        return check.States;
    }
}
