using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Messages;

/// <summary>
/// Writes a diagnostic as people read it in a terminal: place, severity, id and message; the source line with a caret
/// under the place, where the text is at hand; a suggestion; the way out.
/// </summary>
public sealed class DiagnosticRenderer
{
    private readonly TerminalWriter _terminal;

    /// <summary>Makes a renderer.</summary>
    /// <param name="output">Is left open and not flushed.</param>
    /// <param name="style">Width and colour.</param>
    public DiagnosticRenderer(TextWriter output, ReportStyle style) => _terminal = new TerminalWriter(output, style);

    /// <summary>Writes one.</summary>
    public void Write(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.ToString();
        if (place.Length > 0)
            _terminal.Write(place + ": ", Tone.Heading);
        _terminal.Write(
            $"{ResultWords.Of(diagnostic.Severity)} {diagnostic.Id}",
            diagnostic.Severity == DiagnosticSeverity.Error ? Tone.Bad : Tone.Doubtful);
        _terminal.WriteLine($": {diagnostic.Message}");

        if (SourceExcerpt.At(diagnostic.Location, _terminal.Width) is { } excerpt)
        {
            var margin = new string(' ', excerpt.Number.Length + 1);
            _terminal.Write($" {excerpt.Number} | ", Tone.Quiet);
            _terminal.WriteLine(excerpt.Line);
            _terminal.Write($" {margin}| ", Tone.Quiet);
            _terminal.WriteLine(excerpt.Marks, Tone.Bad);
        }

        if (diagnostic.Suggestion is { Length: > 0 } suggestion)
            _terminal.WriteWrapped($"did you mean '{suggestion}'?", 2);
        if (diagnostic.Descriptor.Help.Length > 0)
            _terminal.WriteWrapped($"help: {diagnostic.Descriptor.Help}", 2, Tone.Quiet);
    }
}
