using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>
/// Reads the documents of a YAML file into nodes with places. Pulls the parser's events under limits: the library's
/// own node model overflows the stack on deep nesting.
/// </summary>
public sealed class YamlReader
{
    private readonly SourceText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly Parser _parser;
    private int _depth;
    private int _nodes;

    private YamlReader(SourceText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
        _parser = new Parser(new Scanner(new StringReader(text.Content), skipComments: true));
    }

    /// <summary>
    /// The roots of the documents that could be read, in order. After a syntax error nothing more is read, and the
    /// document that it stands in is dropped.
    /// </summary>
    public static ImmutableArray<YamlNode> Read(SourceText text, DiagnosticBag diagnostics)
    {
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        var reader = new YamlReader(text, diagnostics);
        while (reader.Next() is { } current)
        {
            if (current is not DocumentStart)
                continue;
            if (reader.Next() is not { } first || reader.ReadNode(first) is not { } root)
                break;
            documents.Add(root);
        }
        return documents.ToImmutable();
    }

    /// <summary>The next event, or null at the end and after a diagnostic.</summary>
    private ParsingEvent? Next()
    {
        try
        {
            return _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException e)
        {
            ReportSyntax(Offset(e.Start), e.InnerException?.Message ?? e.Message);
            return null;
        }
        catch (Exception e) when (
            e is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser throws these for unclosed brackets and for escapes outside Unicode; it then has no mark.
            var end = _parser.Current?.End ?? Mark.Empty;
            Report(YamlDescriptors.Syntax, Offset(end), "it breaks off after this place.");
            return null;
        }
    }

    private void ReportSyntax(int offset, string message)
    {
        // The parser answers a tab with the place at which the mapping around it begins.
        if (message.Contains(" tab ", StringComparison.Ordinal) && IndentingTab(offset) is { } tab)
            Report(YamlDescriptors.Syntax, tab, "a tab stands in the indentation, which is made of blanks.");
        else
            Report(YamlDescriptors.Syntax, offset, Sentence(message));
    }

    /// <summary>The first tab before the text of a line, from the line of a place on.</summary>
    private int? IndentingTab(int offset)
    {
        var content = _text.Content;
        var line = offset == 0 ? 0 : content.LastIndexOf('\n', offset - 1) + 1;
        while (line < content.Length)
        {
            var text = line + content.AsSpan(line).IndexOfAnyExcept(' ');
            if (text >= line && content[text] == '\t')
                return text;
            var end = content.IndexOf('\n', line);
            if (end < 0)
                return null;
            line = end + 1;
        }
        return null;
    }

    private YamlNode? ReadNode(ParsingEvent current)
    {
        if (++_nodes > YamlLimits.NodesMax)
            return Refuse(YamlDescriptors.TooManyNodes, current, Digits.Of(YamlLimits.NodesMax));
        if (current is AnchorAlias alias)
        {
            Refuse(YamlDescriptors.NotSupported, alias, $"The alias *{alias.Value.Value}");
            return AsWritten(alias);
        }
        if (current is not NodeEvent node)
            return Refuse(YamlDescriptors.Syntax, current, "a value is missing here.");
        var isRefused = RefuseProperties(node);
        if (node is Scalar scalar)
        {
            return isRefused
                ? AsWritten(scalar)
                : new YamlScalar(SpanOf(scalar.Start, scalar.End), StyleOf(scalar.Style), scalar.Value);
        }
        if (_depth == YamlLimits.DepthMax)
            return Refuse(YamlDescriptors.TooDeep, node, Digits.Of(YamlLimits.DepthMax));
        _depth++;
        YamlNode? result = node is SequenceStart ? ReadSequence(node) : ReadMapping(node);
        _depth--;
        return result;
    }

    /// <summary>Refuses an anchor and a tag; what they stand at is read on, for the mistakes that are in it.</summary>
    private bool RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Refuse(YamlDescriptors.NotSupported, node, $"The anchor &{node.Anchor.Value}");
        else if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            Refuse(YamlDescriptors.NotSupported, node, $"The tag {node.Tag.Value}");
        else
            return false;
        return true;
    }

    /// <summary>
    /// The line of a refused scalar as the file writes it: an expression that lacks its quotes, such as
    /// <c>!user.mfa_active</c>, is then looked at as the expression that was meant.
    /// </summary>
    private YamlScalar AsWritten(ParsingEvent scalar)
    {
        var span = SpanOf(scalar.Start, scalar.End);
        var written = _text.Content.AsSpan(span.Start, span.Length);
        var lineEnd = written.IndexOfAny('\r', '\n');
        written = written[..(lineEnd < 0 ? written.Length : lineEnd)].TrimEnd(" \t");
        span = new TextSpan(span.Start, written.Length);
        return new YamlScalar(span, YamlStyle.Plain, written.ToString());
    }

    private YamlSequence? ReadSequence(ParsingEvent start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (Next() is { } current)
        {
            if (current is SequenceEnd)
                return new YamlSequence(SpanOf(start.Start, current.End), items.ToImmutable());
            if (ReadNode(current) is not { } item)
                return null;
            items.Add(item);
        }
        return null;
    }

    private YamlMapping? ReadMapping(ParsingEvent start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new YamlKeys();
        while (Next() is { } current)
        {
            if (current is MappingEnd)
                return new YamlMapping(SpanOf(start.Start, current.End), entries.ToImmutable());
            if (ReadNode(current) is not { } key || Next() is not { } next || ReadNode(next) is not { } value)
                return null;
            if (key is not YamlScalar name)
                Report(YamlDescriptors.KeyNotText, key.Span.Start, key.Shape);
            else if (keys.Add(name) is { } earlier)
                ReportDuplicate(name, earlier);
            else
                entries.Add(new YamlEntry(name, value));
        }
        return null;
    }

    private void ReportDuplicate(YamlScalar key, YamlScalar earlier) =>
        _diagnostics.Report(
            YamlDescriptors.DuplicateKey, Location.Of(_text, key.Span),
            key.Value, Digits.Of(_text.LineOf(earlier.Span.Start)));

    private YamlNode? Refuse(DiagnosticDescriptor descriptor, ParsingEvent at, string argument)
    {
        Report(descriptor, Offset(at.Start), argument);
        return null;
    }

    private void Report(DiagnosticDescriptor descriptor, int offset, string argument) =>
        _diagnostics.Report(descriptor, Location.Of(_text, new TextSpan(offset, 0)), argument);

    private TextSpan SpanOf(Mark start, Mark end)
    {
        var from = Offset(start);
        return TextSpan.FromBounds(from, Math.Max(from, Offset(end)));
    }

    private int Offset(Mark mark) => (int)Math.Clamp(mark.Index, 0, _text.Content.Length);

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    private static YamlStyle StyleOf(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
        ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
        ScalarStyle.Literal => YamlStyle.Literal,
        ScalarStyle.Folded => YamlStyle.Folded,
        _ => YamlStyle.Plain,
    };
}
