using PolicyEval.Language.Text;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Symbols;

/// <summary>A variable that a macro declares, such as the <c>e</c> of <c>list.all(e, e > 0)</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Slot">The index among the locals of the expression; two macros that do not nest share slots.</param>
internal sealed record LocalSymbol(string Name, CelType Type, int Slot)
{
    /// <summary>Whether its value is computed when it is first read, as <c>cel.bind</c> has it.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>Where its name is declared.</summary>
    public TextSpan Span { get; init; }

    /// <summary>How high the tree is that computes a deferred value: reading it takes as much of the stack.</summary>
    public int Height { get; init; }
}
