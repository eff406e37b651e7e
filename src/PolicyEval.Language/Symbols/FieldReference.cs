namespace PolicyEval.Language.Symbols;

/// <summary>A field of a record that an expression names, whether or not every evaluation reads it.</summary>
/// <param name="Record">The record's type.</param>
/// <param name="Field">The field.</param>
public sealed record FieldReference(RecordSymbol Record, FieldSymbol Field);
