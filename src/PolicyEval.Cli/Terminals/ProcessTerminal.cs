using System.Globalization;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Terminals;

/// <summary>What the process's terminal can show.</summary>
internal static class ProcessTerminal
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;

    /// <summary>The style of standard output.</summary>
    public static ReportStyle Output() => StyleOf(Console.IsOutputRedirected, StandardOutput);

    /// <summary>The style of standard error.</summary>
    public static ReportStyle Error() => StyleOf(Console.IsErrorRedirected, StandardError);

    /// <summary>
    /// Whether somebody watches standard error: a terminal that can write a line over itself, and no CI system, which
    /// may have one and keeps every line.
    /// </summary>
    public static bool ShowsProgress() =>
        !Console.IsErrorRedirected
        && MovesItsCursor()
        && Environment.GetEnvironmentVariable("CI") is null or "" or "false";

    private static ReportStyle StyleOf(bool redirected, int descriptor) =>
        redirected
            ? ReportStyle.Plain
            : new ReportStyle(Width(descriptor) ?? ReportStyle.Plain.Width, AllowsColor()) { IsTerminal = true };

    // See no-color.org: set and not empty, whatever its value.
    private static bool AllowsColor() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private static bool MovesItsCursor() =>
        Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb") || OperatingSystem.IsWindows();

    private static int? Width(int descriptor)
    {
        var columns = Environment.GetEnvironmentVariable("COLUMNS");
        if (int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0)
            return width;

        return OperatingSystem.IsWindows() ? WindowsWidth()
            : OperatingSystem.IsLinux() ? WindowSize.Of(descriptor)?.Columns
            : null;
    }

    private static int? WindowsWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
