using System.Collections.Frozen;

namespace PolicyEval.Language.Syntax;

/// <summary>The tables of the grammar (CEL language definition, "Syntax").</summary>
internal static class SyntaxFacts
{
    private static readonly FrozenSet<string> ReservedWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while");

    /// <summary>Whether a word may be a field or a method, but not a variable or a function.</summary>
    public static bool IsReserved(string name) => ReservedWords.Contains(name);

    /// <summary>How strongly a binary operator binds; 0 for what is none.</summary>
    public static int BinaryPrecedence(SyntaxKind kind) => kind switch
    {
        SyntaxKind.StarToken or SyntaxKind.SlashToken or SyntaxKind.PercentToken => 5,
        SyntaxKind.PlusToken or SyntaxKind.MinusToken => 4,
        SyntaxKind.LessToken or SyntaxKind.LessEqualsToken or SyntaxKind.GreaterToken or SyntaxKind.GreaterEqualsToken
            or SyntaxKind.EqualsEqualsToken or SyntaxKind.BangEqualsToken or SyntaxKind.InKeyword => 3,
        SyntaxKind.AmpersandAmpersandToken => 2,
        SyntaxKind.PipePipeToken => 1,
        _ => 0,
    };

    /// <summary>The keyword that a word is, or an identifier.</summary>
    public static SyntaxKind KeywordKind(string word) => word switch
    {
        "true" => SyntaxKind.TrueKeyword,
        "false" => SyntaxKind.FalseKeyword,
        "null" => SyntaxKind.NullKeyword,
        "in" => SyntaxKind.InKeyword,
        _ => SyntaxKind.IdentifierToken,
    };

    /// <summary>The text of a token that has only one, or null.</summary>
    public static string? Text(SyntaxKind kind) => kind switch
    {
        SyntaxKind.TrueKeyword => "true",
        SyntaxKind.FalseKeyword => "false",
        SyntaxKind.NullKeyword => "null",
        SyntaxKind.InKeyword => "in",
        SyntaxKind.PlusToken => "+",
        SyntaxKind.MinusToken => "-",
        SyntaxKind.StarToken => "*",
        SyntaxKind.SlashToken => "/",
        SyntaxKind.PercentToken => "%",
        SyntaxKind.BangToken => "!",
        SyntaxKind.EqualsEqualsToken => "==",
        SyntaxKind.BangEqualsToken => "!=",
        SyntaxKind.LessToken => "<",
        SyntaxKind.LessEqualsToken => "<=",
        SyntaxKind.GreaterToken => ">",
        SyntaxKind.GreaterEqualsToken => ">=",
        SyntaxKind.AmpersandAmpersandToken => "&&",
        SyntaxKind.PipePipeToken => "||",
        SyntaxKind.QuestionToken => "?",
        SyntaxKind.ColonToken => ":",
        SyntaxKind.CommaToken => ",",
        SyntaxKind.DotToken => ".",
        SyntaxKind.OpenParenthesisToken => "(",
        SyntaxKind.CloseParenthesisToken => ")",
        SyntaxKind.OpenBracketToken => "[",
        SyntaxKind.CloseBracketToken => "]",
        SyntaxKind.OpenBraceToken => "{",
        SyntaxKind.CloseBraceToken => "}",
        _ => null,
    };

    /// <summary>The name of the function that an operator is, in the way of cel-go.</summary>
    public static string BinaryFunction(SyntaxKind kind) =>
        kind == SyntaxKind.InKeyword ? "@in" : $"_{Text(kind)}_";

    /// <summary>Whether a token can begin an expression.</summary>
    public static bool StartsExpression(SyntaxKind kind) => kind is
        SyntaxKind.IdentifierToken or SyntaxKind.IntToken or SyntaxKind.UintToken or SyntaxKind.DoubleToken
        or SyntaxKind.StringToken or SyntaxKind.BytesToken or SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword
        or SyntaxKind.NullKeyword or SyntaxKind.MinusToken or SyntaxKind.BangToken or SyntaxKind.DotToken
        or SyntaxKind.OpenParenthesisToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken;
}
