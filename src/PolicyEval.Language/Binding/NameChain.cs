using System.Collections.Immutable;
using PolicyEval.Language.Syntax;
using PolicyEval.Language.Text;

namespace PolicyEval.Language.Binding;

/// <summary>A dotted chain of plain names, such as <c>.a.b.c</c>, which may be one name or selections.</summary>
internal sealed class NameChain
{
    private readonly int _start;

    private NameChain(bool isRooted, int start, ImmutableArray<SyntaxToken> names)
    {
        IsRooted = isRooted;
        _start = start;
        Names = names;
    }

    /// <summary>Whether it begins with a dot: then it is looked up in the root only, and locals do not count.</summary>
    public bool IsRooted { get; }

    /// <summary>The names, one at least.</summary>
    public ImmutableArray<SyntaxToken> Names { get; }

    /// <summary>The chain that an expression is, or null where it is something else.</summary>
    public static NameChain? TryCreate(ExpressionSyntax syntax)
    {
        var names = new Stack<SyntaxToken>();
        while (syntax is MemberExpressionSyntax { IsOptional: false, Name.Kind: SyntaxKind.IdentifierToken } member)
        {
            names.Push(member.Name);
            syntax = member.Operand;
        }

        if (syntax is not NameExpressionSyntax name)
            return null;
        names.Push(name.Identifier);
        return new NameChain(name.Dot is not null, name.Span.Start, [.. names]);
    }

    /// <summary>The first names as one dotted name.</summary>
    public string NameOf(int length) =>
        length == 1 ? Names[0].Text : string.Join('.', Names.Take(length).Select(n => n.Text));

    /// <summary>The place of the first names.</summary>
    public TextSpan SpanOf(int length) => TextSpan.FromBounds(_start, Names[length - 1].Span.End);
}
