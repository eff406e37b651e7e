using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Verification;

/// <summary>
/// Checks that the snapshots of each account follow each other: each names the digest of the one before. Reads their
/// tag files only; whether one is intact is for <see cref="SnapshotVerifier"/>.
/// </summary>
public sealed class ChainVerifier
{
    private const int DaysShown = 10;
    private const int DepthMax = 2;

    private readonly SnapshotLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly SnapshotDiagnosticBag _diagnostics;

    private ChainVerifier(SnapshotLimits limits, CancellationToken cancellationToken)
    {
        _limits = limits;
        _cancellationToken = cancellationToken;
        _diagnostics = new SnapshotDiagnosticBag(limits.Diagnostics);
    }

    /// <summary>Looks through a folder of snapshots (an account's, or one of such folders).</summary>
    /// <param name="folder">Such as <c>snapshots/111122223333</c> or <c>snapshots</c>.</param>
    /// <param name="limits">How much is read; null for the default limits.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ChainVerification Verify(
        string folder, SnapshotLimits? limits = null, CancellationToken cancellationToken = default) =>
        new ChainVerifier(limits ?? SnapshotLimits.Default, cancellationToken).Verify(folder);

    private ChainVerification Verify(string folder)
    {
        var found = new List<ChainLink>();
        try
        {
            Collect(folder, "", found, DepthMax);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(_limits, _diagnostics, _cancellationToken).Refuse(exception, folder);
        }

        if (found.Count == 0 && _diagnostics.Errors == 0)
            _diagnostics.Report(SealingDescriptors.NoChain, folder);
        var links = found.OrderBy(link => link.Account, StringComparer.Ordinal).ThenBy(link => link.StartedAt)
            .ThenBy(link => link.Name, StringComparer.Ordinal).ToImmutableArray();
        var chains = links.Where(link => !link.IsAsserted).GroupBy(link => link.Account, StringComparer.Ordinal);
        foreach (var account in chains)
            Check([.. account]);
        return new ChainVerification(links, _diagnostics.ToImmutable(), _diagnostics.Errors == 0);
    }

    private void Collect(string folder, string prefix, List<ChainLink> links, int depth)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException();
        var snapshots = PreviousSnapshots.Candidates(folder);
        foreach (var path in snapshots)
        {
            var name = prefix + Path.GetFileName(path);
            var diagnostics = new SnapshotDiagnosticBag(_limits.Diagnostics);
            if (SealedLabel.Read(path, _limits, diagnostics, _cancellationToken) is { } label)
            {
                var account = SnapshotPlace.FolderOf(label.Facts.Kind, label.Facts.Account);
                links.Add(new ChainLink(
                    name, account, label.Digest, label.Facts.StartedAt, label.Facts.Previous?.Digest,
                    label.Facts.Origin == SnapshotOrigin.Asserted));
            }

            // Of many snapshots a file name says too little.
            _diagnostics.Add(
                [.. diagnostics.ToImmutable().Select(found => found with { File = PlaceOf(name, found.File) })]);
        }

        if (depth == 0)
            return;
        var inner = Directory.EnumerateDirectories(folder).Except(snapshots)
            .Where(path => new DirectoryInfo(path).LinkTarget is null);
        foreach (var path in inner.Order(StringComparer.Ordinal))
            Collect(path, prefix + Path.GetFileName(path) + '/', links, depth - 1);
    }

    /// <summary>The links of one account, in the order of their times.</summary>
    private void Check(ChainLink[] links)
    {
        for (var index = 0; index < links.Length; index++)
        {
            var link = links[index];
            var before = index == 0 ? null : links[index - 1];
            if (before is not null)
                CheckNights(before, link);
            if (link.PreviousDigest == before?.Digest || before?.Digest == link.Digest)
                continue;
            var named = links.FirstOrDefault(other => other.Digest == link.PreviousDigest);
            var isEarlier = named is not null && named.StartedAt < link.StartedAt;
            if (link.PreviousDigest is null || (before is not null && isEarlier))
            {
                _diagnostics.Report(
                    SealingDescriptors.LinkForks, link.Name, before?.Name ?? "none", named?.Name ?? "none");
            }
            else if (named is not null)
            {
                _diagnostics.Report(
                    SealingDescriptors.LinkReordered, link.Name, named.Name, Timestamps.Text(named.StartedAt));
            }
            else
            {
                _diagnostics.Report(SealingDescriptors.LinkMissing, link.Name, link.PreviousDigest, link.Account);
            }
        }
    }

    private void CheckNights(ChainLink before, ChainLink link)
    {
        var from = DateOnly.FromDateTime(before.StartedAt.UtcDateTime);
        var days = DateOnly.FromDateTime(link.StartedAt.UtcDateTime).DayNumber - from.DayNumber - 1;
        if (days <= 0)
            return;
        var names = Enumerable.Range(1, Math.Min(days, DaysShown))
            .Select(day => from.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        _diagnostics.Report(
            SealingDescriptors.NightsMissing, link.Name, link.Account, days.ToString(CultureInfo.InvariantCulture),
            string.Join(", ", names) + (days > DaysShown ? " …" : ""));
    }

    private static string PlaceOf(string snapshot, string file) =>
        file.Length == 0 || snapshot.EndsWith(file, StringComparison.Ordinal) ? snapshot : $"{snapshot}: {file}";
}
