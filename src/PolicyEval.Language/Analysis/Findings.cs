using System.Collections.Immutable;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Analysis;

/// <summary>What the rules find in one expression, and how they quote it.</summary>
internal sealed class Findings(EmbeddedText text)
{
    private const int QuoteMax = 60;

    /// <summary>How many findings are shown of one expression: who has mended those compiles again.</summary>
    private const int ShownMax = 30;

    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>The text that is looked at.</summary>
    public EmbeddedText Text => text;

    /// <summary>What was found, errors before all, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> InOrder => _diagnostics.Count == 0
        ? []
        :
        [
            .. _diagnostics
                .OrderByDescending(d => d.Severity)
                .ThenBy(d => d.Location.Line)
                .ThenBy(d => d.Location.Column)
                .Take(ShownMax),
        ];

    /// <summary>Adds a finding.</summary>
    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Makes a finding and adds it.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        Add(Make(descriptor, span, arguments));

    /// <summary>Makes a finding.</summary>
    public Diagnostic Make(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments) =>
        Diagnostic.Create(descriptor, Location.Of(text, span), arguments);

    /// <summary>An expression as it is written.</summary>
    public string Whole(BoundExpression node) => text.Content.Substring(node.Span.Start, node.Span.Length);

    /// <summary>An expression as it is written, on one line and not too long.</summary>
    public string Quote(BoundExpression node)
    {
        var words = Whole(node).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        if (line.Length <= QuoteMax)
            return line;
        var end = char.IsHighSurrogate(line[QuoteMax - 1]) ? QuoteMax - 1 : QuoteMax;
        return line[..end] + "...";
    }

    /// <summary>A function or an operator as people write it.</summary>
    public static string NameOf(BoundCall call)
    {
        var name = call.Function.Name;
        return name switch
        {
            "_[_]" => "[]",
            "@in" => "in",
            _ when char.IsLetter(name[0]) => name + "()",
            _ => name.Trim('_'),
        };
    }
}
