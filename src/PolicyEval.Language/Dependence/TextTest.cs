namespace PolicyEval.Language.Dependence;

/// <summary>A comparison of a field with a text.</summary>
/// <param name="Field">The slot.</param>
/// <param name="IsOfCell">Whether it is the raw cell that is compared (<c>token(record.field)</c>).</param>
/// <param name="Text">The text.</param>
public readonly record struct TextTest(int Field, bool IsOfCell, string Text);
