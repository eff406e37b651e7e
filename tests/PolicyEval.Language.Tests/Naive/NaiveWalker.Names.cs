using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <content>Names, and what is selected from values.</content>
internal sealed partial class NaiveWalker
{
    private Outcome Name(NameExpressionSyntax name, Scope? scope) =>
        Named(name, scope) ?? Outcome.Of(new Fault($"undeclared: {name.Identifier.Text}"));

    /// <summary>
    /// <c>a.b</c>: the variable or type of that name, the longest one that there is; else what is selected from a.
    /// </summary>
    private Outcome Member(MemberExpressionSyntax member, Scope? scope) =>
        Named(member, scope) ?? Select(Walk(member.Operand, scope), member.Name.Text, member.IsOptional);

    /// <summary>The variable or type that a chain of names denotes as a whole, or null.</summary>
    private Outcome? Named(ExpressionSyntax node, Scope? scope)
    {
        if (ChainOf(node) is not { } chain)
            return null;
        var isAbsolute = chain.StartsWith('.');
        var first = chain.Split('.')[0];
        if (!isAbsolute && Scope.Find(scope, first) is { } local)
            return first == chain ? local() : null;
        return world.Find(chain.TrimStart('.'), isAbsolute);
    }

    /// <summary>A chain of plain names with dots between them, and the dot before it if any; else null.</summary>
    private static string? ChainOf(ExpressionSyntax node) => node switch
    {
        NameExpressionSyntax name => (name.Dot is null ? "" : ".") + name.Identifier.Text,
        MemberExpressionSyntax { IsOptional: false, Name.Kind: SyntaxKind.IdentifierToken } member =>
            ChainOf(member.Operand) is { } chain ? $"{chain}.{member.Name.Text}" : null,
        _ => null,
    };

    private static Outcome Select(Outcome operand, string field, bool isOptional)
    {
        if (!operand.IsValue)
            return operand;
        var selected = operand.Value switch
        {
            NaiveOptional { Content: null } => Outcome.Of(NaiveOptional.None),
            NaiveOptional { Content: { } content } => SelectPresent(content, field),
            var value => isOptional ? SelectPresent(value, field) : SelectPlain(value, field),
        };
        return selected.After(operand.Reads);
    }

    private static Outcome SelectPlain(object value, string field) => value switch
    {
        NaiveMap map => Outcome.Of(map.Find(NaiveText.Of(field)) ?? new Fault("no such key")),
        NaiveRow row => Read(row, field),
        _ => Outcome.Of(Fault.NoOverload),
    };

    /// <summary>The same as an optional: none where nothing is there, or null stands in a row.</summary>
    private static Outcome SelectPresent(object value, string field) => value switch
    {
        NaiveMap map => Outcome.Of(new NaiveOptional(map.Find(NaiveText.Of(field)))),
        NaiveRow row => Read(row, field).Then(v => v is NaiveNull ? NaiveOptional.None : new NaiveOptional(v)),
        _ => Outcome.Of(Fault.NoOverload),
    };

    private static Outcome Read(NaiveRow row, string name)
    {
        if (row.Field(name) is not { } field)
            return Outcome.Of(new Fault("no such field"));
        return new Outcome(field.Content, field.IsEvidence ? [new Cell(row, name)] : []);
    }

    /// <summary><c>has(e.f)</c>.</summary>
    private static Outcome Has(Outcome operand, string field)
    {
        if (!operand.IsValue)
            return operand;
        var present = operand.Value switch
        {
            NaiveOptional { Content: null } => Outcome.Of(false),
            NaiveOptional { Content: { } content } => IsPresent(content, field),
            var value => IsPresent(value, field),
        };
        return present.After(operand.Reads);
    }

    private static Outcome IsPresent(object value, string field) => value switch
    {
        NaiveMap map => Outcome.Of(map.Find(NaiveText.Of(field)) is not null),
        NaiveRow row => Read(row, field).Then(v => v is not NaiveNull),
        _ => Outcome.Of(Fault.NoOverload),
    };

    private Outcome Index(IndexExpressionSyntax node, Scope? scope) => Outcome.Strict(
        [Walk(node.Operand, scope), Walk(node.Index, scope)],
        arguments => node.IsOptional
            ? Containers.IndexPresent(arguments[0], arguments[1])
            : Containers.Index(arguments[0], arguments[1]));
}
