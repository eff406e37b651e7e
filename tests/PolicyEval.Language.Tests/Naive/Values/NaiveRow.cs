namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A record: equal to itself alone.</summary>
/// <param name="name">The name of its type.</param>
/// <param name="number">Which one of its kind it is, for the reader of a failed test.</param>
internal sealed class NaiveRow(string name, int number)
{
    private readonly Dictionary<string, NaiveField> _fields = [];

    public string TypeName { get; } = name;

    public int Number { get; } = number;

    /// <summary>The field of a name, or null.</summary>
    public NaiveField? Field(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Adds a field.</summary>
    public void Add(string field, NaiveField content) => _fields.Add(field, content);

    public override string ToString() => $"{TypeName}#{Number}";

    /// <summary>All that stands in it.</summary>
    public string Describe() =>
        $"{this} {{{string.Join(", ", _fields.Select(field => $"{field.Key}: {Shown.Of(field.Value.Content)}"))}}}";
}
