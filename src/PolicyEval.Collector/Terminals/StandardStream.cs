using System.Runtime.InteropServices;

namespace PolicyEval.Collector.Terminals;

/// <summary>
/// Standard output or standard error, written to as the system does it. The streams of <c>Console</c> initialise the
/// terminal at their first byte, even in a pipe, which writes escape sequences into it.
/// </summary>
internal sealed partial class StandardStream : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly int _descriptor;

    private StandardStream(int descriptor) => _descriptor = descriptor;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard output.</summary>
    public static Stream Output() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new StandardStream(1);

    /// <summary>Standard error.</summary>
    public static Stream Error() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardError() : new StandardStream(2);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = WriteBytes(_descriptor, in MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
                buffer = buffer[(int)written..];
            else if (!MayContinue(Marshal.GetLastPInvokeError()))
                return;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is held back.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    // A reader that has seen enough, such as head, is no failure of this program. A descriptor that another program
    // made non-blocking may be full for a while.
    private static bool MayContinue(int error)
    {
        if (error == BrokenPipe)
            return false;
        if (error == TryAgain)
            Thread.Sleep(Pause);
        else if (error != Interrupted)
            throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        return true;
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteBytes(int descriptor, in byte bytes, nuint count);
}
