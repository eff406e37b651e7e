using System.Text;
using PolicyEval.Collector.Terminals;
using Spectre.Console;

namespace PolicyEval.Collector.Progress;

/// <summary>
/// A terminal as Spectre.Console wants it. Its own kind asks the process's console what it is, and so depends on the
/// process instead of what was handed in.
/// </summary>
internal sealed class LiveOutput(TextWriter writer, TerminalStyle style) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer { get; } = writer;

    /// <inheritdoc/>
    public bool IsTerminal => true;

    /// <inheritdoc/>
    public int Width => style.Width;

    /// <inheritdoc/>
    public int Height => style.Height;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // The writer has its encoding.
    }

    /// <summary>A console over it.</summary>
    public static IAnsiConsole Console(TextWriter writer, TerminalStyle style) =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = style.Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new LiveOutput(writer, style),
        });
}
