using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Compares what a snapshot holds with what is composed from its raw pages, byte for byte.</summary>
internal sealed class SealedComparer(CheckedBag bag, SnapshotDiagnosticBag diagnostics)
{
    private const int LineShown = 200;

    public void Compare(ComposedSnapshot composed, Source document)
    {
        var sealedFiles = bag.Payload.ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        foreach (var (file, described) in composed.Payload.Zip(composed.Document.Files))
        {
            // The document that was composed with the files has their hashes, in the same order.
            if (!sealedFiles.Remove(file.Path, out var sha256))
                diagnostics.Report(SealingDescriptors.MissingFile, file.Path);
            else if (sha256 != described.Sha256)
                ReportDifference(file);
        }

        foreach (var path in sealedFiles.Keys.Order(StringComparer.Ordinal))
            diagnostics.Report(SealingDescriptors.NotDerived, path, (1, 1), "");
        Compare(document, DocumentWriter.Write(composed.Document));
        if (bag.Read(BagLayout.Info) is { } info)
            Compare(info, SnapshotSealer.InfoOf(composed.Document).Write(composed.Payload));
        foreach (var account in composed.OtherAccounts)
        {
            diagnostics.Report(
                SealingDescriptors.DocumentDiffers, document.Name, (1, 1), "account", composed.Document.Account,
                account);
        }
    }

    private void ReportDifference(BagFile composed)
    {
        if (bag.Read(composed.Path) is not { } actual)
            return;
        var common = actual.Bytes.CommonPrefixLength(composed.Bytes.Span);
        diagnostics.Report(
            SealingDescriptors.DerivedDiffers, composed.Path, actual.PlaceOf(common), "",
            $"from here on they give '{LineAt(composed.Bytes.Span, common)}'");
    }

    private void Compare(Source document, byte[] composed)
    {
        var common = document.Bytes.CommonPrefixLength(composed);
        if (common == document.Bytes.Length && common == composed.Length)
            return;
        diagnostics.Report(
            SealingDescriptors.DocumentDiffers, document.Name, document.PlaceOf(common), "",
            LineAt(document.Bytes, common), LineAt(composed, common));
    }

    /// <summary>The line that holds an offset, trimmed and cut.</summary>
    private static string LineAt(ReadOnlySpan<byte> bytes, int offset)
    {
        var start = bytes[..offset].LastIndexOf((byte)'\n') + 1;
        var length = bytes[start..].IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(length < 0 ? bytes[start..] : bytes.Slice(start, length)).Trim();
        return line.Length <= LineShown ? line : line[..LineShown] + "…";
    }
}
