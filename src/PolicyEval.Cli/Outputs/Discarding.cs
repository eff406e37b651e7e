namespace PolicyEval.Cli.Outputs;

/// <summary>Closes what is thrown away.</summary>
internal static class Discarding
{
    /// <summary>
    /// Closes each of them, whatever the others do. On a full disk closing fails again, as writing did: that error
    /// ended the run and is the one to report.
    /// </summary>
    public static void All(IEnumerable<IDisposable> things)
    {
        foreach (var thing in things)
        {
            try
            {
                thing.Dispose();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
            }
        }
    }
}
