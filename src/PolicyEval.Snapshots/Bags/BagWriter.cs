using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Bags;

/// <summary>
/// Writes bags: all of one or nothing, and never over anything that is there. The door for who makes snapshots.
/// </summary>
public static class BagWriter
{
    /// <summary>
    /// Writes a bag under a temporary name beside its target, every file flushed to the disk and the tag manifest last,
    /// and gives it its name when it is whole. Folders above the target are made. Never throws for what the disk or the
    /// user does: the result says what happened.
    /// </summary>
    /// <param name="bag">What to write.</param>
    /// <param name="target">
    /// The folder or zip to make. The folder inside of a zip has the zip's name without <c>.zip</c>.
    /// </param>
    /// <param name="form">A folder or a zip.</param>
    /// <param name="cancellationToken">Stops the writing; what was written is removed.</param>
    public static BagWriteResult Write(
        SealedBag bag, string target, BagForm form, CancellationToken cancellationToken = default) =>
        Write(bag, target, form, BagDisk.Instance, cancellationToken);

    internal static BagWriteResult Write(
        SealedBag bag, string target, BagForm form, IBagDisk disk, CancellationToken cancellationToken) =>
        new BagWriting(bag, target, form, disk, cancellationToken).Write();

    /// <summary>
    /// Adds files under <c>signatures/</c> to a bag that is there: to a folder as files, to a zip by writing it again
    /// and replacing it in one step. No file of it that is there is replaced. What the bag holds is not checked here
    /// beyond its names.
    /// </summary>
    /// <param name="path">The folder or zip.</param>
    /// <param name="signatures">What to add, in this order; at least one.</param>
    /// <param name="limits">How much is read; null for the default limits.</param>
    /// <param name="cancellationToken">Stops the writing; what was written is removed.</param>
    /// <exception cref="ArgumentException">
    /// There is none, or a path is not directly under <c>signatures/</c> or not allowed.
    /// </exception>
    public static BagWriteResult AddSignatures(
        string path,
        IReadOnlyCollection<BagFile> signatures,
        SnapshotLimits? limits = null,
        CancellationToken cancellationToken = default) =>
        AddSignatures(path, signatures, limits ?? SnapshotLimits.Default, BagDisk.Instance, cancellationToken);

    internal static BagWriteResult AddSignatures(
        string path,
        IReadOnlyCollection<BagFile> signatures,
        SnapshotLimits limits,
        IBagDisk disk,
        CancellationToken cancellationToken)
    {
        var names = new BagNames();
        foreach (var file in signatures)
        {
            if (!BagLayout.IsSignature(file.Path)
                || file.Path.Count('/') != 1
                || BagPath.ProblemOf(file.Path) is not null
                || names.Add(file.Path) is not null)
            {
                throw new ArgumentException($"'{file.Path}' is no path of a signature.", nameof(signatures));
            }
        }

        ArgumentOutOfRangeException.ThrowIfZero(signatures.Count);
        return new SignatureWriting(path, [.. signatures], limits, disk, cancellationToken).Write();
    }
}
