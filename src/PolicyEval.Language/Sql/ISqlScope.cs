using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Sql;

/// <summary>What the names of an expression are in SQL: the host's part of the translation.</summary>
public interface ISqlScope
{
    /// <summary>A variable that is no record, or null where SQL has none.</summary>
    SqlValue? Variable(VariableSymbol variable);

    /// <summary>A field of the record of that type, or null where SQL has none.</summary>
    SqlValue? Field(RecordSymbol record, FieldSymbol field);

    /// <summary>The raw text of a field, or null where SQL has none.</summary>
    SqlValue? Token(RecordSymbol record, FieldSymbol field);

    /// <summary>Why SQL has no such field: the end of a sentence that begins with "it".</summary>
    string WhyNot(RecordSymbol record, FieldSymbol field);
}
