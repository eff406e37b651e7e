namespace PolicyEval.Language.Syntax;

/// <summary>The kinds of tokens and nodes.</summary>
internal enum SyntaxKind
{
    // Tokens without a fixed text.
    EndOfTextToken,
    IdentifierToken,
    QuotedIdentifierToken,
    IntToken,
    UintToken,
    DoubleToken,
    StringToken,
    BytesToken,

    // Keywords.
    TrueKeyword,
    FalseKeyword,
    NullKeyword,
    InKeyword,

    // Punctuation.
    PlusToken,
    MinusToken,
    StarToken,
    SlashToken,
    PercentToken,
    BangToken,
    EqualsEqualsToken,
    BangEqualsToken,
    LessToken,
    LessEqualsToken,
    GreaterToken,
    GreaterEqualsToken,
    AmpersandAmpersandToken,
    PipePipeToken,
    QuestionToken,
    ColonToken,
    CommaToken,
    DotToken,
    OpenParenthesisToken,
    CloseParenthesisToken,
    OpenBracketToken,
    CloseBracketToken,
    OpenBraceToken,
    CloseBraceToken,

    // Nodes.
    MissingExpression,
    LiteralExpression,
    NameExpression,
    MemberExpression,
    IndexExpression,
    CallExpression,
    UnaryExpression,
    BinaryExpression,
    LogicalExpression,
    ConditionalExpression,
    ParenthesizedExpression,
    ListExpression,
    ListElement,
    MapExpression,
    MapEntry,
    MessageExpression,
    FieldInitializer,
}
