namespace PolicyEval.Evaluation.Documents;

/// <summary>A key of a mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Presence">Whether it must be there.</param>
/// <param name="Value">What its value may be.</param>
/// <param name="Documentation">What it means, in sentences: for the README's table and for hovering in editors.</param>
internal sealed record KeyForm(string Name, Presence Presence, ValueForm Value, string Documentation)
{
    /// <summary>A value as an author would write it, or empty.</summary>
    public string Example { get; init; } = "";

    /// <summary>A key that must be there.</summary>
    public static KeyForm Required(string name, ValueForm value, string documentation, string example = "") =>
        new(name, Presence.Required, value, documentation) { Example = example };

    /// <summary>A key that may be left out.</summary>
    public static KeyForm Optional(string name, ValueForm value, string documentation, string example = "") =>
        new(name, Presence.Optional, value, documentation) { Example = example };

    /// <summary>A key that may be left out, but not stand there without a value.</summary>
    public static KeyForm Filled(string name, ValueForm value, string documentation, string example = "") =>
        new(name, Presence.Filled, value, documentation) { Example = example };
}
