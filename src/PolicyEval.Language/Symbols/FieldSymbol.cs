using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Symbols;

/// <summary>A field of a record.</summary>
/// <param name="Name">The name as CEL selects it.</param>
/// <param name="Type">The type; <see cref="CelType.Wrapper"/> where it may be null.</param>
/// <param name="Slot">The argument of <see cref="CelRecord.Get"/>.</param>
public sealed record FieldSymbol(string Name, CelType Type, int Slot)
{
    /// <summary>What the field means, with its unit and source, for help and completion.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>The value, where it is the same in every evaluation (a parameter): the compiler folds it.</summary>
    public CelValue? Constant { get; init; }

    /// <summary>
    /// Whether the macros over evidence may ask about it (<c>known</c>, <c>token</c>, <c>require</c>, <c>missing</c>):
    /// true for what comes from the evidence.
    /// </summary>
    public bool IsEvidence { get; init; }

    /// <summary>What is known about the values beyond the type, or null.</summary>
    public FieldDomain? Domain { get; init; }
}
