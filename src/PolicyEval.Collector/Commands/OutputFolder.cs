using PolicyEval.Collector.Diagnostics;

namespace PolicyEval.Collector.Commands;

/// <summary>The folder of all snapshots, tried before AWS is asked anything.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder where it is not there, and tries whether it can be written.</summary>
    /// <exception cref="CollectException">It cannot.</exception>
    public static void Prepare(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            // A name that no snapshot has, and that goes with its handle even when the process is killed.
            var probe = Path.Combine(path, ".policyeval-collect.partial");
            using var stream = new FileStream(
                probe, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (Exception failure) when (
            failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CollectException.Nothing(CollectDescriptors.OutputNotWritable, path, failure.Message);
        }
    }
}
