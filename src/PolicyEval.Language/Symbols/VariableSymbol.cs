using PolicyEval.Language.Types;

namespace PolicyEval.Language.Symbols;

/// <summary>A variable of an environment.</summary>
/// <param name="Name">The name, possibly dotted.</param>
/// <param name="Type">The type.</param>
/// <param name="Slot">The index into <c>CelFrame.Variables</c>.</param>
public sealed record VariableSymbol(string Name, CelType Type, int Slot)
{
    /// <summary>What the variable means, for help and completion.</summary>
    public string Documentation { get; init; } = "";
}
