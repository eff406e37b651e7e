using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Progress;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;
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

    /// <summary>How many threads read a snapshot, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Who sees the rows of a large report while it is opened; null for nobody.</summary>
    public Func<IRowWatcher?>? Watchers { get; init; }

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
    /// Opens them; null where a key cannot be used, which goes to standard error. What is wrong with a snapshot itself,
    /// a signature that is missing too, stands in its result.
    /// </summary>
    public ImmutableArray<SnapshotResult>? Open(CliHost host, CancellationToken cancellationToken)
    {
        if (SigningOptions.OpenTrusted(host, TrustedKeys) is not { } trusted)
            return null;
        var verify = OptionsWith(trusted);
        return [.. Paths.Select(path => Open(host, path, verify, cancellationToken))];
    }

    /// <summary>
    /// The same, and what a folder of snapshots holds: of each account the newest, or all. The snapshots come in the
    /// order of the paths, those of a folder by their places in it.
    /// </summary>
    /// <exception cref="UsageException">A folder of snapshots holds none of an account.</exception>
    public GatheredInputs? Gather(
        CliHost host, bool takesAll, ProgressLine progress, CancellationToken cancellationToken)
    {
        if (SigningOptions.OpenTrusted(host, TrustedKeys) is not { } trusted)
            return null;
        var verify = OptionsWith(trusted);
        var inputs = GatheredInputs.Empty;
        var counter = new SnapshotCounter(progress, "reading");
        foreach (var path in Paths)
        {
            var tree = path != StandardInput && SnapshotTree.MayBe(path)
                ? SnapshotTree.Find(path, verify.Limits, cancellationToken)
                : null;
            if (tree is null || tree.Snapshots.IsEmpty)
            {
                counter.Expect(1);
                var opened = Open(host, path, verify, cancellationToken);
                inputs = inputs.With(Paths.Length > 1 ? opened.LetGo() : opened);
                counter.Advance();
                continue;
            }

            counter.Expect(SnapshotGatherer.Expected(tree, takesAll));
            inputs = inputs.With(new SnapshotGatherer(verify, takesAll, cancellationToken)
            {
                OnOpened = counter.Advance,
            }.Gather(tree));
        }

        if (inputs.Snapshots.IsEmpty)
            throw new UsageException(
                Diagnostic.Create(UsageDescriptors.NoAccountSnapshot, Location.InFile(Paths[0])),
                ExitCodes.UnusableInput);
        return inputs;
    }

    private static SnapshotResult Open(
        CliHost host, string path, VerifyOptions verify, CancellationToken cancellationToken) =>
        path == StandardInput
            ? Snapshot.Read(host.Input, StandardInput, verify, cancellationToken)
            : Snapshot.Open(path, verify, cancellationToken);

    private VerifyOptions OptionsWith(ImmutableArray<PublicKey> trusted) =>
        new()
        {
            TrustedKeys = trusted,
            RequireSignature = RequireSignature,
            Limits = SnapshotLimits.Default with { Threads = Threads },
            Watchers = Watchers,
        };
}
