using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Messages;

/// <summary>
/// Writes a diagnostic as people read it in a terminal: place, severity, id and message; the source lines with marks
/// under the place, where the text is at hand; a suggestion; the way out.
/// </summary>
public sealed class DiagnosticRenderer
{
    private const int Hanging = 2;

    private readonly TerminalWriter _terminal;
    private readonly bool _wraps;

    /// <summary>Makes a renderer.</summary>
    /// <param name="output">Is left open and not flushed.</param>
    /// <param name="style">Width and colour.</param>
    public DiagnosticRenderer(TextWriter output, ReportStyle style)
    {
        _terminal = new TerminalWriter(output, style);
        _wraps = style.IsTerminal;
    }

    /// <summary>Writes one.</summary>
    public void Write(Diagnostic diagnostic)
    {
        WriteMessage(diagnostic);
        foreach (var line in SourceExcerpt.At(diagnostic.Location, _terminal.Width))
        {
            _terminal.Write($" {line.Number} |", Tone.Quiet);
            _terminal.WriteLine(line.Line.Length > 0 ? " " + line.Line : "");
            if (line.Marks.Length == 0)
                continue;
            _terminal.Write($" {new string(' ', line.Number.Length)} | ", Tone.Quiet);
            _terminal.WriteLine(line.Marks, Tone.Bad);
        }

        if (diagnostic.Suggestion is { Length: > 0 } suggestion)
            _terminal.WriteWrapped($"did you mean '{suggestion}'?", 2);
        if (diagnostic.Descriptor.Help.Length > 0)
            _terminal.WriteWrapped($"help: {diagnostic.Descriptor.Help}", 2, Tone.Quiet);
    }

    private void WriteMessage(Diagnostic diagnostic)
    {
        var location = diagnostic.Location.ToString();
        var place = location.Length > 0 ? SafeText.Of(location) + ": " : "";
        var title = $"{ResultWords.Of(diagnostic.Severity)} {diagnostic.Id}";
        var message = SafeText.Of(diagnostic.Message);
        var lines = Lines($"{place}{title}:", message);

        _terminal.Write(place, Tone.Heading);
        _terminal.Write(title, diagnostic.Severity == DiagnosticSeverity.Error ? Tone.Bad : Tone.Doubtful);
        _terminal.WriteLine(lines[0][(place.Length + title.Length)..]);
        foreach (var line in lines.Skip(1))
            _terminal.WriteLine(new string(' ', Hanging) + line);
    }

    /// <summary>The first line begins with the head, whose parts have colours of their own.</summary>
    private ImmutableArray<string> Lines(string head, string message)
    {
        var whole = $"{head} {message}";
        if (!_wraps)
            return [whole];

        var lines = TextLayout.Wrap(whole, _terminal.Width - Hanging);
        return lines[0].StartsWith(head, StringComparison.Ordinal)
            ? lines
            : [head, .. TextLayout.Wrap(message, _terminal.Width - Hanging)];
    }
}
