namespace PolicyEval.Snapshots.Sources;

/// <summary>
/// How much is read. Evidence may be hostile, so everything has an end, and each end has a diagnostic.
/// </summary>
public sealed record SnapshotLimits
{
    /// <summary>The limits that hold when nobody says otherwise.</summary>
    public static SnapshotLimits Default { get; } = new();

    /// <summary>Bytes of one file. 1 GiB is a credential report of some four million users.</summary>
    public int FileBytes { get; init; } = 1 << 30;

    /// <summary>
    /// Bytes of a bare credential report (CSV) on disk: above <see cref="HeldBytes"/> it is read piece by piece and
    /// never held, so it may be larger than other files.
    /// </summary>
    public long ReportBytes { get; init; } = 16L << 30;

    /// <summary>Bytes of a bare credential report on disk that are held in memory; a larger one is not.</summary>
    public int HeldBytes { get; init; } = 32 << 20;

    /// <summary>Bytes of one cell or JSON string; AWS's longest value, an ARN, has 2,048.</summary>
    public int CellBytes { get; init; } = 64 * 1024;

    /// <summary>Columns of a credential report; AWS writes 22 or 23.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Rows of a credential report without its header.</summary>
    public int Rows { get; init; } = 100_000_000;

    /// <summary>Lines of a credential report; a cell in quotes may hold several.</summary>
    public int Lines { get; init; } = 1_000_000_000;

    /// <summary>Nesting of a JSON answer.</summary>
    public int JsonDepth { get; init; } = 64;

    /// <summary>Values of a JSON answer, names not counted.</summary>
    public int JsonValues { get; init; } = 20_000_000;

    /// <summary>Entries of a folder, whether read or not.</summary>
    public int FolderEntries { get; init; } = 10_000;

    /// <summary>Levels of folders of a tree of snapshots.</summary>
    public int TreeDepth { get; init; } = 16;

    /// <summary>Entries of a tree of snapshots, those inside of snapshots not counted.</summary>
    public int TreeEntries { get; init; } = 1_000_000;

    /// <summary>Files and folders of a sealed snapshot; a collection of 20,000 users has some 50,000.</summary>
    public int BagEntries { get; init; } = 200_000;

    /// <summary>Bytes of all files of a sealed snapshot.</summary>
    public long BagBytes { get; init; } = 16L << 30;

    /// <summary>
    /// Bytes of a sealed snapshot for each byte of the zip it is in; XML of AWS deflates to a fiftieth at best.
    /// </summary>
    public int BagRatio { get; init; } = 200;

    /// <summary>Diagnostics of each severity that are kept; those beyond are counted.</summary>
    public int Diagnostics { get; init; } = 100;

    /// <summary>
    /// How long a file that says it is empty may take to open, which a pipe without a writer never does.
    /// </summary>
    public TimeSpan OpenTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many threads may read one input; with 1, nothing is done beside the caller's thread.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How much of a credential report is looked at together. Whole rows, so one may be larger.</summary>
    internal int WindowBytes { get; init; } = 256 * 1024;
}
