using System.Globalization;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Syntax;

/// <content>Text that is not CEL, and what was meant by it.</content>
internal sealed partial class Lexer
{
    private void SkipForeignBlank()
    {
        ReportForeign(SyntaxDescriptors.LookAlike, _position, _position + 1, " ", Shown(_position), "a blank");
        while (_position < _content.Length && ForeignText.LooksLike(Peek()) == ' ')
            _position++;
    }

    /// <summary>A word with letters of another alphabet; null where they do not look like those of CEL.</summary>
    private SyntaxToken? ForeignWord(int start)
    {
        var word = _content[start.._position];
        if (ForeignText.Fold(word) is not { } folded)
        {
            var span = TextSpan.FromBounds(start, _position);
            diagnostics.Report(SyntaxDescriptors.ForeignLetters, Location.Of(text, span), word);
            return null;
        }

        ReportForeign(SyntaxDescriptors.LookAlike, start, _position, folded, $"'{word}'", $"'{folded}'");
        var token = Token(SyntaxFacts.KeywordKind(folded), start) with { Text = folded };
        return token with { FollowsBadText = true };
    }

    /// <summary>A string after <c>rb</c>, read as one after <c>br</c>.</summary>
    private SyntaxToken ForeignPrefix(int start, string word)
    {
        ReportForeign(SyntaxDescriptors.ForeignPrefix, start, _position, "br", word, "br");
        _position = start;
        return StringToken(word.Length);
    }

    private SyntaxToken? ForeignPunctuation()
    {
        var start = _position;
        if (ForeignText.Operator(_content.AsSpan(start), out var length) is { } kind)
        {
            _position += length;
            var (written, meant) = (_content[start.._position], SyntaxFacts.Text(kind)!);
            ReportForeign(SyntaxDescriptors.ForeignOperator, start, _position, meant, written, meant);
            return Token(kind, start) with { FollowsBadText = true };
        }

        if (ForeignText.Quote(Peek()) is { } quote)
            return ForeignString(quote);
        if (ForeignText.LooksLike(Peek()) is not { } like || PunctuationKind(like, '\0') is not { } meantKind)
            return null;
        ReportForeign(SyntaxDescriptors.LookAlike, start, ++_position, like.ToString(), Shown(start), $"'{like}'");
        return Token(meantKind, start) with { FollowsBadText = true };
    }

    /// <summary>A string in typographic quotes, up to the next quote of any shape or the end of the line.</summary>
    private SyntaxToken ForeignString(char quote)
    {
        var start = _position++;
        while (_position < _content.Length && Peek() is not ('\r' or '\n') && !EndsForeign(quote))
            _position++;
        var content = _content[(start + 1).._position];
        if (EndsForeign(quote))
            _position++;
        ReportForeign(
            SyntaxDescriptors.LookAlike,
            start,
            _position,
            $"{quote}{content}{quote}",
            Shown(start),
            $"the quote {quote}");
        return Token(SyntaxKind.StringToken, start, content) with { FollowsBadText = true };
    }

    private bool EndsForeign(char quote) => Peek() == quote || ForeignText.Quote(Peek()) == quote;

    /// <summary>A character as diagnostics show it: itself, or its number where it cannot be seen.</summary>
    private string Shown(int offset)
    {
        var c = _content[offset];
        if (char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            return string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
        var isPair = offset + 1 < _content.Length && char.IsSurrogatePair(_content, offset);
        return $"'{_content.AsSpan(offset, isPair ? 2 : 1)}'";
    }

    private void ReportForeign(
        DiagnosticDescriptor descriptor, int start, int end, string meant, params ReadOnlySpan<string> arguments)
    {
        var location = Location.Of(text, TextSpan.FromBounds(start, end));
        diagnostics.Add(Diagnostic.Create(descriptor, location, arguments) with { Suggestion = meant });
    }
}
