using System.Diagnostics;
using PolicyEval.Reporting.Words;
using Spectre.Console;

namespace PolicyEval.Reporting.Terminal;

/// <summary>Writes lines of safe text, in colour where that is wanted. Line ends are LF.</summary>
/// <param name="output">Is left open.</param>
/// <param name="style">Width and colour.</param>
public sealed class TerminalWriter(TextWriter output, ReportStyle style)
{
    private readonly IAnsiConsole? _colors = style.Color ? ColorsOver(output) : null;

    /// <summary>The width to lay out for.</summary>
    public int Width { get; } = style.UsableWidth;

    /// <summary>Writes a piece of a line. The text is made safe here, so data may be handed in as it is.</summary>
    public void Write(string text, Tone tone = Tone.Plain)
    {
        var safe = SafeText.Of(text);
        if (safe.Length == 0)
            return;

        if (_colors is null || tone == Tone.Plain)
            output.Write(safe);
        else
            _colors.Write(new Text(safe, StyleOf(tone)));
    }

    /// <summary>Ends the line.</summary>
    public void EndLine() => output.Write('\n');

    /// <summary>Writes a line.</summary>
    public void WriteLine(string text, Tone tone = Tone.Plain)
    {
        Write(text, tone);
        EndLine();
    }

    /// <summary>Writes a text in as many lines as it takes, each behind the same number of spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">The spaces before every line.</param>
    /// <param name="tone">What it means.</param>
    /// <param name="hanging">The spaces that every line but the first has besides.</param>
    public void WriteWrapped(string text, int indent, Tone tone = Tone.Plain, int hanging = 0)
    {
        var margin = new string(' ', indent);
        foreach (var line in TextLayout.Wrap(SafeText.Of(text), Width - indent - hanging))
        {
            output.Write(margin);
            WriteLine(line, tone);
            margin = new string(' ', indent + hanging);
        }
    }

    /// <summary>Hands everything to the stream below.</summary>
    public void Flush() => output.Flush();

    private static IAnsiConsole ColorsOver(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.Standard,
        Interactive = InteractionSupport.No,
        Out = new PlainOutput(output),
    });

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Heading => new Style(decoration: Decoration.Bold),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Doubtful => new Style(Color.Olive),
        Tone.Quiet => new Style(decoration: Decoration.Dim),
        _ => throw new UnreachableException($"{tone}"),
    };
}
