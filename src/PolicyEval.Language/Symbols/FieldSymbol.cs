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
    /// Whether <c>token(record.field)</c> and <c>known(record.field)</c> may ask about it: true for evidence.
    /// </summary>
    public bool IsEvidence { get; init; }
}
