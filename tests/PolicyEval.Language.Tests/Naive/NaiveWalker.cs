using PolicyEval.Language.Syntax;
using PolicyEval.Language.Tests.Naive.Functions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>
/// The door of the folder: CEL a second time, as the language definition tells it, by walking over the tree that the
/// parser made. It knows no types beforehand, folds nothing, remembers nothing, and is as slow as it likes.
/// </summary>
internal sealed partial class NaiveWalker(NaiveWorld world)
{
    /// <summary>What an expression comes to.</summary>
    public Outcome Walk(ExpressionSyntax node) => Walk(node, null);

    private Outcome Walk(ExpressionSyntax node, Scope? scope) => node switch
    {
        LiteralExpressionSyntax literal => Outcome.Of(Literals.ValueOf(literal)),
        ParenthesizedExpressionSyntax inner => Walk(inner.Expression, scope),
        NameExpressionSyntax name => Name(name, scope),
        MemberExpressionSyntax member => Member(member, scope),
        IndexExpressionSyntax index => Index(index, scope),
        CallExpressionSyntax call => Call(call, scope),
        UnaryExpressionSyntax unary => Operator(unary.OperatorToken.Text + "_", scope, unary.Operand),
        BinaryExpressionSyntax binary => Operator(binary.OperatorToken.Text, scope, binary.Left, binary.Right),
        LogicalExpressionSyntax logical => Absorb(
            logical.OperatorKind == SyntaxKind.PipePipeToken,
            logical.Terms.Select(term => (Func<Outcome>)(() => Walk(term, scope)))),
        ConditionalExpressionSyntax conditional => Conditional(conditional, scope),
        ListExpressionSyntax list => List(list, scope),
        MapExpressionSyntax map => Map(map, scope),
        _ => Outcome.Of(new Fault($"no expression: {node.Kind}")),
    };

    private Outcome Operator(string name, Scope? scope, params ExpressionSyntax[] operands) =>
        Outcome.Strict([.. operands.Select(operand => Walk(operand, scope))], NaiveLibrary.Find(name)!);

    /// <summary>
    /// A chain of terms of which one decisive answer is enough, whatever the others come to. Else all that is missing,
    /// else a fault, else the other answer.
    /// </summary>
    private static Outcome Absorb(bool decisive, IEnumerable<Func<Outcome>> terms)
    {
        var (reads, troubles) = (new List<Cell>(), new List<object>());
        foreach (var term in terms)
        {
            var outcome = term();
            if (outcome.Value is bool truth && truth == decisive)
                return outcome;
            if (outcome.Value is not bool)
                troubles.Add(TroubleOf(outcome));
            reads.AddRange(outcome.Reads);
        }

        return new Outcome(troubles.Count == 0 ? !decisive : Missing.Or(troubles), reads);
    }

    /// <summary>What becomes of an answer that was to be a bool, and is none.</summary>
    private static object TroubleOf(Outcome outcome) => outcome.IsValue ? Fault.NoOverload : outcome.Value;

    private Outcome Conditional(ConditionalExpressionSyntax node, Scope? scope)
    {
        var condition = Walk(node.Condition, scope);
        return condition.Value is bool truth
            ? Walk(truth ? node.WhenTrue : node.WhenFalse, scope).After(condition.Reads)
            : condition with { Value = TroubleOf(condition) };
    }
}
