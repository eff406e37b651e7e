using PolicyEval.Reporting;

namespace PolicyEval.Cli.Terminals;

/// <summary>What the process's terminal can show.</summary>
internal static class ProcessTerminal
{
    /// <summary>The style of standard output.</summary>
    public static ReportStyle Output() => StyleOf(Console.IsOutputRedirected);

    /// <summary>The style of standard error.</summary>
    public static ReportStyle Error() => StyleOf(Console.IsErrorRedirected);

    private static ReportStyle StyleOf(bool redirected) =>
        redirected ? ReportStyle.Plain : new ReportStyle(Width(), AllowsColor());

    // See no-color.org: set and not empty, whatever its value.
    private static bool AllowsColor() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : ReportStyle.Plain.Width;
        }
        catch (IOException)
        {
            return ReportStyle.Plain.Width;
        }
    }
}
