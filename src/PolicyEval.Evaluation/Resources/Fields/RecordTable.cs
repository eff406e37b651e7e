using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>
/// A type of records that answers in JSON hold: its fields, once for schema, reader and help. Immutable.
/// </summary>
internal sealed class RecordTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="meaning">What such a record is, in sentences.</param>
    /// <param name="file">The file that holds the records.</param>
    /// <param name="path">Where they stand in it, as in <c>UserDetailList[]</c>; empty for the whole answer.</param>
    /// <param name="fields">The fields.</param>
    public RecordTable(string name, string meaning, string file, string path, params ImmutableArray<RecordField> fields)
    {
        Name = name;
        Meaning = meaning;
        File = file;
        Path = path;
        Fields = fields;
        Type = CelType.Record(name);
    }

    /// <summary>The type's name.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public CelType Type { get; }

    /// <summary>What such a record is, in sentences.</summary>
    public string Meaning { get; }

    /// <summary>The file that holds the records.</summary>
    public string File { get; }

    /// <summary>Where they stand in it.</summary>
    public string Path { get; }

    /// <summary>The fields; the index is the slot.</summary>
    public ImmutableArray<RecordField> Fields { get; }

    /// <summary>The record type as expressions know it.</summary>
    public RecordSymbol ToSymbol() => new(Name, Symbols(0));

    /// <summary>The fields as expressions know them.</summary>
    /// <param name="firstSlot">The slot of the first one.</param>
    public IEnumerable<FieldSymbol> Symbols(int firstSlot) =>
        Fields.Select((field, index) => new FieldSymbol(field.Name, field.Type, firstSlot + index)
        {
            // A record is no evidence: its fields are.
            IsEvidence = field.Type.Kind != CelTypeKind.Record,
            Domain = field.Domain,
            Documentation = $"{field.Meaning} Source: {SourceOf(field)}.",
        });

    private string SourceOf(RecordField field)
    {
        var path = field.Path.Replace('/', '.');
        if (field.File is { } other)
            return $"{other}, {path}";
        return Path.Length == 0 ? $"{File}, {path}" : $"{File}, {Path}.{path}";
    }
}
