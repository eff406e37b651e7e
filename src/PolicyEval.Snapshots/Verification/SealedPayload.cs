using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>Composes a snapshot again from what lies under its <c>data/</c>.</summary>
internal sealed class SealedPayload(
    CheckedBag bag, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, Source> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _paths =
        bag.Payload.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many attempts the log holds.</summary>
    public int Calls { get; private set; }

    /// <summary>From the log and the raw pages; null after a diagnostic.</summary>
    public ComposedSnapshot? Compose(SnapshotFacts facts)
    {
        if (!_paths.Contains(BagLayout.Collection))
        {
            diagnostics.Report(BagDescriptors.FileMissing, BagLayout.Collection, "every collected snapshot has it");
            return null;
        }

        if (Read(BagLayout.Collection) is not { } log
            || CollectionLog.Read(log.Name, log.Memory, diagnostics) is not { } records)
        {
            return null;
        }

        Calls = records.Length;
        var errors = diagnostics.Errors;
        new SealedLogChecker(facts, diagnostics).Check(records);
        foreach (var record in records)
            CheckPage(record);
        return diagnostics.Errors > errors
            ? null
            : SnapshotComposer.Compose(
                facts, records, log, path => _files[path], bag.Held, limits, cancellationToken);
    }

    /// <summary>From the files as they are: nobody derived them.</summary>
    public ComposedSnapshot? ComposeAsserted(SnapshotFacts facts)
    {
        foreach (var file in bag.Payload)
            Read(file.Path);
        return _files.Count < bag.Payload.Length
            ? null
            : SnapshotComposer.ComposeAsserted(
                facts, _files.Values.Select(file => new BagFile(file.Name, file.Memory)), limits, cancellationToken);
    }

    /// <summary>A page is the body as received, but for what was taken out of it and listed.</summary>
    private void CheckPage(CallRecord record)
    {
        if (record.File is not { } path)
            return;
        if (!_paths.Contains(path))
            diagnostics.Report(SealingDescriptors.MissingFile, path);
        else if (Read(path) is { } page && !IsAsReceived(page, record))
            diagnostics.Report(SealingDescriptors.PageDiffers, path, (1, 1), "");
    }

    /// <summary>
    /// Where something was taken out the hash of the whole is no help; but as many marks stand there as are listed.
    /// </summary>
    private static bool IsAsReceived(Source page, CallRecord record) => record.Redactions.Length == 0
        ? page.Sha256() == record.Sha256 && page.Bytes.Length == record.Bytes
        : SecretMask.CountIn(page.Bytes) >= record.Redactions.Length;

    private Source? Read(string path)
    {
        if (bag.Read(path) is not { } source)
            return null;
        _files[path] = source;
        return source;
    }
}
