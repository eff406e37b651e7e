using System.Text;
using Spectre.Console;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// A writer as Spectre.Console wants it. Its own kind asks the process's console what it is, which makes .NET
/// initialise the terminal and write escape sequences into it.
/// </summary>
internal sealed class PlainOutput(TextWriter writer) : IAnsiConsoleOutput
{
    // Spectre.Console breaks lines by itself at this width; the layout here has done it already.
    private const int NeverBreak = 1_000_000;

    /// <inheritdoc/>
    public TextWriter Writer { get; } = writer;

    /// <inheritdoc/>
    public bool IsTerminal => false;

    /// <inheritdoc/>
    public int Width => NeverBreak;

    /// <inheritdoc/>
    public int Height => NeverBreak;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // The writer has its encoding.
    }
}
