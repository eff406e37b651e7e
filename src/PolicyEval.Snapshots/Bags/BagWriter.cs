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
}
