using System.Runtime.InteropServices;

namespace PolicyEval.Cli.Terminals;

/// <summary>
/// The size of a terminal as the Linux kernel tells it. <c>Console.WindowWidth</c> would first initialise the terminal,
/// which writes escape sequences into it. Other systems are not asked: on arm64 Apple passes the arguments of
/// <c>ioctl</c>, which takes any number of them, in a way that this declaration does not say.
/// </summary>
internal static partial class WindowSize
{
    /// <summary><c>TIOCGWINSZ</c> of asm-generic/ioctls.h: x64 and arm64 have it alike.</summary>
    private const nuint GetWindowSize = 0x5413;

    /// <summary>The size of the terminal behind a file descriptor; null where it is none or does not say.</summary>
    public static (int Columns, int Rows)? Of(int descriptor) =>
        IoControl(descriptor, GetWindowSize, out var size) == 0 && size is { Columns: > 0, Rows: > 0 }
            ? (size.Columns, size.Rows)
            : null;

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
