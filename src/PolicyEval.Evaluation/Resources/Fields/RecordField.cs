using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;

namespace PolicyEval.Evaluation.Resources.Fields;

/// <summary>A field of a record that answers in JSON hold. Immutable.</summary>
/// <param name="Name">The name, as expressions select it.</param>
/// <param name="Type">The type.</param>
/// <param name="Path">
/// Where the value stands: the property below the record's own object, as in <c>PermissionsBoundary/Arn</c>; of a field
/// of another file, the property below the whole answer.
/// </param>
/// <param name="Meaning">What it means, in sentences.</param>
/// <param name="Read">Reads it.</param>
internal sealed record RecordField(
    string Name, CelType Type, string Path, string Meaning, Func<JsonRecord, FieldReading> Read)
{
    /// <summary>The file that holds it, where that is not the record's own; else null.</summary>
    public string? File { get; init; }

    /// <summary>What is known of the values beyond the type, or null.</summary>
    public FieldDomain? Domain { get; init; }

    /// <summary>The property, as AWS names it.</summary>
    public string Property => Path[(Path.LastIndexOf('/') + 1)..];
}
