using System.Globalization;
using System.Numerics;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>What literals mean. Numbers are read again; strings and bytes are what the lexer read.</summary>
internal static class Literals
{
    public static object ValueOf(LiteralExpressionSyntax literal)
    {
        var text = literal.Token.Text;
        var sign = literal.Minus is null ? 1 : -1;
        return literal.Token.Kind switch
        {
            SyntaxKind.NullKeyword => NaiveNull.Value,
            SyntaxKind.TrueKeyword => true,
            SyntaxKind.FalseKeyword => false,
            SyntaxKind.IntToken => Arithmetic.Int(sign * Integer(text)),
            SyntaxKind.UintToken => Arithmetic.Uint(sign * Integer(text.TrimEnd('u', 'U'))),
            SyntaxKind.DoubleToken => sign * double.Parse(text, CultureInfo.InvariantCulture),
            SyntaxKind.StringToken => NaiveText.Of((string)literal.Token.Value!),
            SyntaxKind.BytesToken => (byte[])literal.Token.Value!,
            _ => throw new ArgumentException($"no literal: {literal.Token.Kind}"),
        };
    }

    // Without the zero the first hexadecimal digit might be taken for a sign.
    private static BigInteger Integer(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? BigInteger.Parse("0" + text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : BigInteger.Parse(text, CultureInfo.InvariantCulture);
}
