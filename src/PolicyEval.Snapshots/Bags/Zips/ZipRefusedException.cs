using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>
/// Ends the reading of a zip's headers, of which nothing can be trusted behind the first fault. Becomes a diagnostic
/// before it leaves <see cref="Bags"/>.
/// </summary>
internal sealed class ZipRefusedException(SnapshotDescriptor descriptor, string file, params string[] arguments)
    : Exception(descriptor.Title)
{
    public SnapshotDescriptor Descriptor { get; } = descriptor;

    /// <summary>The entry it is about; empty where it is the zip.</summary>
    public string File { get; } = file;

    public string[] Arguments { get; } = arguments;

    public static ZipRefusedException Damaged(string how, string file = "") =>
        new(BagDescriptors.DamagedZip, file, how);

    public static ZipRefusedException Unsupported(string what, string file = "") =>
        new(BagDescriptors.UnsupportedZip, file, what);
}
