using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <content>Calls: macros by their shape, then functions with qualified names, then methods and functions.</content>
internal sealed partial class NaiveWalker
{
    private Outcome Call(CallExpressionSyntax call, Scope? scope)
    {
        if (Macro(call, scope) is { } outcome)
            return outcome;
        if (call.Receiver is null)
            return Apply(call.Name.Text, call.Arguments, scope);
        if (ChainOf(call.Receiver) is { } chain && $"{chain}.{call.Name.Text}".TrimStart('.') is var qualified
            && NaiveLibrary.Find(qualified) is not null)
        {
            return Apply(qualified, call.Arguments, scope);
        }

        return call is { Name.Text: "or" or "orValue", Arguments: [var other] }
            ? Or(Walk(call.Receiver, scope), other, call.Name.Text == "orValue", scope)
            : Apply("." + call.Name.Text, [call.Receiver, .. call.Arguments], scope);
    }

    private Outcome? Macro(CallExpressionSyntax call, Scope? scope) => (call.Receiver, call.Name.Text) switch
    {
        (null, "has") when call.Arguments is [MemberExpressionSyntax member] =>
            Has(Walk(member.Operand, scope), member.Name.Text),
        (null, "known" or "token" or "require" or "missing") when call.Arguments is [var cell] =>
            Evidence(call.Name.Text, cell, scope),
        (NameExpressionSyntax { Identifier.Text: "cel" }, "bind")
            when call.Arguments is [NameExpressionSyntax name, var value, var body] =>
            Bind(name.Identifier.Text, value, body, scope),
        (not null, "optMap" or "optFlatMap") when call.Arguments is [NameExpressionSyntax name, var body] =>
            OptionalMap(call.Receiver, name.Identifier.Text, body, call.Name.Text == "optMap", scope),
        (not null, _) => Loop(call, scope),
        _ => null,
    };

    private Outcome Apply(string name, IEnumerable<ExpressionSyntax> arguments, Scope? scope) => Outcome.Strict(
        [.. arguments.Select(argument => Walk(argument, scope))],
        NaiveLibrary.Find(name) ?? (_ => new Fault($"no function {name}")));

    /// <summary><c>cel.bind(x, value, body)</c>: the value is computed when it is first read, once at most.</summary>
    private Outcome Bind(string name, ExpressionSyntax value, ExpressionSyntax body, Scope? scope)
    {
        var bound = new Lazy<Outcome>(() => Walk(value, scope));
        return Walk(body, new Scope(name, () => bound.Value, scope));
    }

    /// <summary><c>o.or(other)</c> and <c>o.orValue(other)</c>: the other one only where needed.</summary>
    private Outcome Or(Outcome optional, ExpressionSyntax other, bool isValue, Scope? scope) => optional.Value switch
    {
        NaiveOptional { Content: { } content } => isValue ? optional with { Value = content } : optional,
        NaiveOptional => Walk(other, scope).Then(v => isValue || v is NaiveOptional ? v : Fault.NoOverload)
            .After(optional.Reads),
        _ => optional.Then(_ => Fault.NoOverload),
    };

    private Outcome OptionalMap(
        ExpressionSyntax operand, string name, ExpressionSyntax body, bool isWrapped, Scope? scope)
    {
        var optional = Walk(operand, scope);
        return optional.Value switch
        {
            NaiveOptional { Content: { } content } =>
                Walk(body, new Scope(name, () => Outcome.Of(content), scope))
                    .Then(v => isWrapped ? new NaiveOptional(v) : v is NaiveOptional ? v : Fault.NoOverload)
                    .After(optional.Reads),
            NaiveOptional => optional,
            _ => optional.Then(_ => Fault.NoOverload),
        };
    }

    /// <summary>The macros about a cell of the evidence; <c>known(token(r.f))</c> asks whether it is there.</summary>
    private Outcome Evidence(string macro, ExpressionSyntax argument, Scope? scope)
    {
        if (macro == "known" && argument is CallExpressionSyntax { Name.Text: "token", Arguments: [var inner] })
            return Evidence("present", inner, scope);
        if (argument is not MemberExpressionSyntax member)
            return Outcome.Of(new Fault("no cell"));
        var operand = Walk(member.Operand, scope);
        if (macro is "known" or "present" && operand.Value is not NaiveRow)
            return Outcome.Of(operand.Value is Missing ? false : Fault.NoOverload);
        if (operand.Value is not NaiveRow row)
            return operand.Then(_ => Fault.NoOverload);
        var name = member.Name.Text;
        var (field, cell) = (row.Field(name)!, new Cell(row, name));
        return macro switch
        {
            "known" => Outcome.Of(field.Content is Fault ? field.Content : field.Content is not Missing),
            "present" => Outcome.Of(field.Token is not Missing),
            "token" => new Outcome(field.Token, [cell]).After(operand.Reads),
            "require" => new Outcome(field.Content is NaiveNull ? new Missing([cell]) : field.Content, [cell])
                .After(operand.Reads),
            _ => new Outcome(new Missing([cell]), operand.Reads),
        };
    }
}
