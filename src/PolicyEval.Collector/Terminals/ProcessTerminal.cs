using System.Globalization;
using System.Runtime.InteropServices;

namespace PolicyEval.Collector.Terminals;

/// <summary>
/// What the process's standard error is. The kernel is asked for its size: <c>Console.WindowWidth</c> would first
/// initialise the terminal, which writes escape sequences into it.
/// </summary>
internal static partial class ProcessTerminal
{
    private const int StandardError = 2;

    /// <summary><c>TIOCGWINSZ</c> of asm-generic/ioctls.h: Linux on x64 and arm64 have it alike.</summary>
    private const nuint GetWindowSize = 0x5413;

    /// <summary>The style of standard error.</summary>
    public static TerminalStyle Error()
    {
        if (Console.IsErrorRedirected)
            return TerminalStyle.Plain;

        var plain = TerminalStyle.Plain;
        var size = OperatingSystem.IsLinux() && IoControl(StandardError, GetWindowSize, out var window) == 0
            ? window
            : default;
        return new TerminalStyle(
            IsTerminal: MovesItsCursor(),
            AllowsColor(),
            VariableOr("COLUMNS", size.Columns > 0 ? size.Columns : plain.Width),
            VariableOr("LINES", size.Rows > 0 ? size.Rows : plain.Height));
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

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int IoControl(int descriptor, nuint request, out Size size);

    /// <summary><c>struct winsize</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Size
    {
        public readonly ushort Rows;
        public readonly ushort Columns;
        public readonly ushort PixelsAcross;
        public readonly ushort PixelsDown;
    }
}
