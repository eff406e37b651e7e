using PolicyEval.Cli.Diagnostics;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Cli.Commands;

/// <summary>Tells of a sealed file that is there already, and cannot be taken back.</summary>
internal static class WrittenFile
{
    /// <summary>
    /// Says what was made. Where standard output fails, standard error gets the digest, by which the file is told from
    /// a forged one, before that failure is reported.
    /// </summary>
    /// <param name="host">The program.</param>
    /// <param name="path">The file or folder that was made.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="write">Writes to standard output.</param>
    public static void Say(CliHost host, string path, string digest, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            host.Report([Diagnostic.Create(UsageDescriptors.WrittenUnsaid, Location.InFile(path), digest)]);
            throw;
        }
    }
}
