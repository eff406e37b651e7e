namespace PolicyEval.Cli.Progress;

/// <summary>Counts snapshots while they are read.</summary>
internal sealed class SnapshotCounter
{
    private volatile int _expected;
    private volatile int _done;

    /// <summary>Shows the counts from now on.</summary>
    /// <param name="progress">Where to.</param>
    /// <param name="doing">What is done with them, such as <c>reading</c>.</param>
    public SnapshotCounter(ProgressLine progress, string doing) =>
        progress.Show(() => $"{doing} snapshots: {_done} of {Math.Max(_expected, _done)}");

    /// <summary>There will be so many more.</summary>
    public void Expect(int snapshots) => _expected += snapshots;

    /// <summary>One more is done.</summary>
    public void Advance() => _done++;
}
