using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEval.Language.Types;

namespace PolicyEval.Language.Symbols;

/// <summary>A record type of the host with its fields.</summary>
public sealed class RecordSymbol
{
    private readonly FrozenDictionary<string, FieldSymbol> _byName;

    /// <summary>Makes a record type.</summary>
    /// <param name="name">The type's name, such as <c>aws.iam.user</c>.</param>
    /// <param name="fields">The fields, unique by name.</param>
    public RecordSymbol(string name, params IEnumerable<FieldSymbol> fields)
    {
        Type = CelType.Record(name);
        Fields = [.. fields];
        _byName = Fields.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>The type that expressions of this record have.</summary>
    public CelType Type { get; }

    /// <summary>The name.</summary>
    public string Name => Type.Name;

    /// <summary>The fields in the order declared.</summary>
    public ImmutableArray<FieldSymbol> Fields { get; }

    /// <summary>The field of a name, or null.</summary>
    public FieldSymbol? Field(string name) => _byName.GetValueOrDefault(name);
}
