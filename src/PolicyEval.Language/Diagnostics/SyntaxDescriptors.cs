using System.Collections.Immutable;

namespace PolicyEval.Language.Diagnostics;

/// <summary>The ledger of PE1xxx: what the lexer and the parser report. A number is never used again.</summary>
public static class SyntaxDescriptors
{
    /// <summary>PE1001.</summary>
    public static DiagnosticDescriptor UnexpectedCharacter { get; } = Error(
        "PE1001", "Unexpected character", "the character {0} has no meaning in CEL",
        "Remove the character, or put it into a string if it is text.");

    /// <summary>PE1002.</summary>
    public static DiagnosticDescriptor UnterminatedString { get; } = Error(
        "PE1002", "String without an end", "the string that begins with {0} is not closed",
        "Close the string with the quotes that opened it; text of several lines needs three quotes. In YAML ' #' ends "
        + "an expression that has no quotes around it.");

    /// <summary>PE1003.</summary>
    public static DiagnosticDescriptor InvalidEscape { get; } = Error(
        "PE1003", "Invalid escape sequence", "{0} is not an escape sequence of this kind of literal",
        "Write \\\\ for a backslash, or use a raw string: r'\\d+'.");

    /// <summary>PE1004.</summary>
    public static DiagnosticDescriptor MalformedNumber { get; } = Error(
        "PE1004", "Malformed number", "{0} is not a number",
        "Write 12, 0x1F, 12u, 1.5 or 1e3; letters and digits after a number need an operator between them.");

    /// <summary>PE1005.</summary>
    public static DiagnosticDescriptor MalformedQuotedName { get; } = Error(
        "PE1005", "Malformed quoted field name", "{0} is not a field name in backticks",
        "Between backticks stand letters, digits, blanks and the characters _ . - / only.");

    /// <summary>PE1006.</summary>
    public static DiagnosticDescriptor UnexpectedToken { get; } = Error(
        "PE1006", "Unexpected token", "unexpected {0}, expected {1}",
        "Look for a missing operator, operand or comma just before this place; text needs quotes.");

    /// <summary>PE1007.</summary>
    public static DiagnosticDescriptor MissingToken { get; } = Error(
        "PE1007", "Missing token", "missing {0}",
        "Insert it at this place; every opening bracket needs its closing one.");

    /// <summary>PE1008.</summary>
    public static DiagnosticDescriptor ReservedWord { get; } = Error(
        "PE1008", "Reserved word", "'{0}' is a reserved word of CEL and cannot be a name",
        "Choose another name; after a dot, as in x.if, the word is allowed. A choice is written c ? a : b.");

    /// <summary>PE1009.</summary>
    public static DiagnosticDescriptor TooDeep { get; } = Error(
        "PE1009", "Expression nested too deeply", "the expression is nested more than {0} levels deep",
        "Move a part of the expression into a variable.");

    /// <summary>PE1010.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Error(
        "PE1010", "Expression too long", "the expression is longer than {0} characters",
        "Split the expression, or move its constant lists into parameters.");

    /// <summary>PE1011.</summary>
    public static DiagnosticDescriptor TooManyErrors { get; } = Error(
        "PE1011", "Too many syntax errors", "more than {0} syntax errors; the rest is not listed",
        "Mend the errors listed and compile again.");

    /// <summary>PE1012.</summary>
    public static DiagnosticDescriptor MissingQuote { get; } = Error(
        "PE1012", "Quote missing", "a quote is missing before or after {0}",
        "Text stands between two equal quotes: 'text'. From a missing one on, all that follows is read inside out.");

    /// <summary>PE1013.</summary>
    public static DiagnosticDescriptor ForeignOperator { get; } = Error(
        "PE1013", "Operator of another language", "'{0}' is no operator of CEL, which writes {1}",
        "The operators of CEL are && || ! == != < <= > >= in + - * / % and ?:.");

    /// <summary>PE1014.</summary>
    public static DiagnosticDescriptor LookAlike { get; } = Error(
        "PE1014", "Look-alike character", "{0} only looks like {1}",
        "Type it anew: word processors change quotes, blanks and dashes, and some alphabets share shapes.");

    /// <summary>PE1015.</summary>
    public static DiagnosticDescriptor ForeignLetters { get; } = Error(
        "PE1015", "Letters that names cannot have", "'{0}' has letters that a name cannot have",
        "Names have the letters a to z and A to Z, digits and _; text needs quotes.");

    /// <summary>PE1016.</summary>
    public static DiagnosticDescriptor ForeignPrefix { get; } = Error(
        "PE1016", "Unknown prefix of a string", "'{0}' is no prefix of a string; write {1}",
        "The prefixes are r for raw strings, b for bytes and br for raw bytes.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnexpectedCharacter, UnterminatedString, InvalidEscape, MalformedNumber, MalformedQuotedName, UnexpectedToken,
        MissingToken, ReservedWord, TooDeep, TooLong, TooManyErrors, MissingQuote, ForeignOperator, LookAlike,
        ForeignLetters, ForeignPrefix,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
