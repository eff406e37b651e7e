using System.Buffers.Binary;
using PolicyEval.Snapshots.Bags.Zips;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>Opens sealed snapshots. The door for who reads them.</summary>
internal static class BagReader
{
    /// <summary>
    /// Whether a path is to be read as a sealed snapshot: a folder with <c>bagit.txt</c> or another trace of a seal in
    /// it, or a file that starts as a zip does. What is no regular file is not opened.
    /// </summary>
    public static bool IsBag(string path)
    {
        try
        {
            return Directory.Exists(path) ? BagTraces.AreIn(path) : IsZip(path);
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            // Whoever reads it as something else will be refused too, and says so.
            return false;
        }
    }

    /// <summary>Opens a folder or zip; null after a diagnostic.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Bag? Open(
        string path,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken = default) =>
        Open(path, limits, diagnostics, BagPart.All, cancellationToken);

    /// <summary>The same of a part of it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="part">What of a folder is listed; a zip lists all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Bag? Open(
        string path,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        BagPart part,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string name;
        try
        {
            name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        }
        catch (ArgumentException exception)
        {
            new SourceReader(limits, diagnostics, cancellationToken).Refuse(exception, path);
            return null;
        }

        if (name.EndsWith(BagLayout.Partial, StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Report(BagDescriptors.Partial, name);
            return null;
        }

        if (IsEmptyOrSpecial(path))
        {
            diagnostics.Report(BagDescriptors.DamagedZip, name, "it is empty, or a pipe or device");
            return null;
        }

        Bag? bag = Directory.Exists(path)
            ? FolderBag.Open(path, name, part, limits, diagnostics, cancellationToken)
            : ZipBag.Open(() => ZipBytes.Open(path), name, limits, diagnostics, cancellationToken);
        return Declared(bag, name, diagnostics);
    }

    /// <summary>
    /// Opens a zip that is in memory already, as the snapshots of a pack are; null after a diagnostic.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Bag? OpenZip(
        ReadOnlyMemory<byte> zip,
        string name,
        SnapshotLimits limits,
        SnapshotDiagnosticBag diagnostics,
        CancellationToken cancellationToken = default) =>
        Declared(
            ZipBag.Open(() => ZipBytes.Of(zip), name, limits, diagnostics, cancellationToken), name, diagnostics);

    private static Bag? Declared(Bag? bag, string name, SnapshotDiagnosticBag diagnostics)
    {
        if (bag is null || bag.Find(BagLayout.Declaration) is not null)
            return bag;
        if (BagTraces.AreIn(bag))
            diagnostics.Report(BagDescriptors.FileMissing, BagLayout.Declaration, BagChecker.EveryBag);
        else
            diagnostics.Report(BagDescriptors.NotABag, name, "it holds no bagit.txt");
        bag.Dispose();
        return null;
    }

    /// <summary>Pipes and devices have no length either, and to open a pipe may wait for ever.</summary>
    private static bool IsEmptyOrSpecial(string path)
    {
        try
        {
            return FileOf(path) is { Exists: true, Length: 0 };
        }
        catch (Exception exception) when (SourceReader.IsRefusal(exception))
        {
            // Opening it will be refused for the same reason, with a diagnostic.
            return false;
        }
    }

    private static FileInfo FileOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
    }

    /// <summary>
    /// The name of a folder or zip with that of the folder it is in: those of one night are called alike.
    /// </summary>
    public static string NameOf(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetFileName(Path.GetDirectoryName(full));
        return string.IsNullOrEmpty(parent) ? Path.GetFileName(full) : $"{parent}/{Path.GetFileName(full)}";
    }

    private static bool IsZip(string path)
    {
        var file = FileOf(path);
        if (!file.Exists || file.Length < ZipFormat.EndLength)
            return false;
        using var handle = File.OpenHandle(file.FullName);
        var start = new byte[sizeof(uint)];
        return RandomAccess.Read(handle, start, 0) == start.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(start) is ZipFormat.LocalSignature or ZipFormat.EndSignature;
    }
}
