namespace PolicyEval.Language.Values;

/// <summary>One field of one record: what an expression reads, and what evidence cites.</summary>
/// <param name="Record">The record.</param>
/// <param name="Slot">The field's slot, as its <c>FieldSymbol</c> declares it.</param>
public readonly record struct CelCell(CelRecord Record, int Slot);
