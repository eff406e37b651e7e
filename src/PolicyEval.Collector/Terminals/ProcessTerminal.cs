using System.Globalization;
using PolicyEval.Cli.Terminals;

namespace PolicyEval.Collector.Terminals;

/// <summary>What the process's standard error is.</summary>
internal static class ProcessTerminal
{
    private const int StandardError = 2;

    /// <summary>The style of standard error.</summary>
    public static TerminalStyle Error()
    {
        if (Console.IsErrorRedirected)
            return TerminalStyle.Plain;

        var plain = TerminalStyle.Plain;
        var size = OperatingSystem.IsLinux() ? WindowSize.Of(StandardError) : null;
        return new TerminalStyle(
            IsTerminal: MovesItsCursor(),
            AllowsColor(),
            VariableOr("COLUMNS", size?.Columns ?? plain.Width),
            VariableOr("LINES", size?.Rows ?? plain.Height));
    }

    private static bool MovesItsCursor() =>
        Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb") || OperatingSystem.IsWindows();

    // See no-color.org: set and not empty, whatever its value.
    private static bool AllowsColor() =>
        MovesItsCursor() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static int VariableOr(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? value
            : otherwise;
}
