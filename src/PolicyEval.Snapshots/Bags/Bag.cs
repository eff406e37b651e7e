using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// The files of a sealed snapshot, read in place from a folder or zip, nothing extracted. Names are checked; what is in
/// the files is not (see <see cref="BagChecker"/>).
/// </summary>
internal abstract class Bag(
    string name, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics, CancellationToken cancellationToken)
    : IDisposable
{
    private const int PieceBytes = 128 * 1024;

    private readonly Dictionary<string, BagEntry> _byPath = new(StringComparer.Ordinal);
    private byte[]? _piece;

    /// <summary>The name of the folder or zip, without folders.</summary>
    public string Name { get; } = name;

    /// <summary>Every file, sorted by path (ordinal).</summary>
    public ImmutableArray<BagEntry> Entries { get; private set; } = [];

    /// <summary>What it says that it holds.</summary>
    public BagKind Kind => Find(BagLayout.PackDocument) is not null && Find(BagLayout.Document) is null
        ? BagKind.Pack
        : BagKind.Snapshot;

    /// <summary>How much is read.</summary>
    public SnapshotLimits Limits { get; } = limits;

    protected SnapshotDiagnosticBag Diagnostics { get; } = diagnostics;

    protected CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The file of that path, or null.</summary>
    public BagEntry? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Reads a file whole; null after a diagnostic, also where there is no such file.</summary>
    public Source? Read(string path)
    {
        if (Find(path) is not { } entry)
        {
            Diagnostics.Report(SnapshotDescriptors.InputNotFound, path);
            return null;
        }

        if (entry.Length > Limits.FileBytes)
        {
            var limit = Limits.FileBytes.ToString(CultureInfo.InvariantCulture);
            Diagnostics.Report(SnapshotDescriptors.TooLarge, path, limit, "bytes", nameof(Limits.FileBytes));
            return null;
        }

        // One byte more, so that a file that grew is not taken for one that ends there.
        var bytes = GC.AllocateUninitializedArray<byte>((int)entry.Length + 1);
        return ReadPieces(entry, bytes, take: null)
            ? new Source(path, bytes.AsMemory(0, (int)entry.Length))
            : null;
    }

    /// <summary>The sha256 of a file, in bounded memory; null after a diagnostic.</summary>
    public string? Hash(BagEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return ReadPieces(entry, _piece ??= new byte[PieceBytes], hash.AppendData)
            ? Convert.ToHexStringLower(hash.GetCurrentHash())
            : null;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>
    /// Opens a file; null after a diagnostic. The stream may refuse with an exception of I/O or data.
    /// </summary>
    protected abstract Stream? OpenRead(BagEntry entry);

    /// <summary>Takes the entries; whether they can be those of a bag, after diagnostics where they cannot.</summary>
    protected bool SetEntries(IEnumerable<BagEntry> entries)
    {
        var errors = Diagnostics.Errors;
        Entries = [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        var names = new BagNames();
        foreach (var entry in Entries)
        {
            if (BagPath.ProblemOf(entry.Path) is { } problem)
                Diagnostics.Report(BagDescriptors.BadName, entry.Path, problem);
            else if (names.Add(entry.Path) is { } other)
                Diagnostics.Report(BagDescriptors.Collision, entry.Path, other);
            else if (entry.Path == BagLayout.Fetch)
                Diagnostics.Report(BagDescriptors.FetchFile, entry.Path);
            else
                _byPath.Add(entry.Path, entry);
        }

        if (Entries.Sum(entry => (decimal)entry.Length) > Limits.BagBytes)
        {
            var limit = Limits.BagBytes.ToString(CultureInfo.InvariantCulture);
            Diagnostics.Report(SnapshotDescriptors.TooLarge, Name, limit, "bytes", nameof(Limits.BagBytes));
        }

        return Diagnostics.Errors == errors;
    }

    /// <summary>Reads a file; false after a diagnostic.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="buffer">Takes it; has room for more than all of it where nobody takes pieces.</param>
    /// <param name="take">Takes it piece by piece; null where all of it is to stay in the buffer.</param>
    private bool ReadPieces(BagEntry entry, byte[] buffer, Action<ReadOnlySpan<byte>>? take)
    {
        try
        {
            using var stream = OpenRead(entry);
            if (stream is null)
                return false;
            for (var filled = 0L; ;)
            {
                CancellationToken.ThrowIfCancellationRequested();
                var target = take is null ? buffer.AsSpan((int)filled) : buffer;
                var read = stream.Read(target);
                filled += read;
                if (filled > entry.Length || (read == 0 && filled < entry.Length))
                {
                    Diagnostics.Report(
                        BagDescriptors.Irregular, entry.Path, "a device, or a file that changes while it is read");
                    return false;
                }

                if (read == 0)
                    return true;
                take?.Invoke(target[..read]);
            }
        }
        catch (InvalidDataException exception)
        {
            Diagnostics.Report(BagDescriptors.DamagedZip, entry.Path, exception.Message);
            return false;
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            new SourceReader(Limits, Diagnostics, CancellationToken).Refuse(exception, entry.Path);
            return false;
        }
    }
}
