using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>
/// Where each unit of a scalar's value stands in the file. The parser gives the cooked value and the raw span only, so
/// the raw text is cooked a second time here, with offsets (YAML 1.2.2, chapters 7.3 and 8.1).
/// </summary>
internal static class YamlScalarMap
{
    /// <summary>
    /// The value as a text inside the file. Should cooking again give another text than the parser's, every unit
    /// points to the scalar's start: a coarse place, never a wrong one.
    /// </summary>
    public static EmbeddedText Embed(SourceText file, YamlScalar scalar)
    {
        var cooked = Cook(file, scalar);
        return cooked.Text == scalar.Value
            ? new EmbeddedText(file, scalar.Value, cooked.ToMap())
            {
                Written = (start, text) => YamlScalarText.Write(scalar.Style, start, text),
            }
            : new EmbeddedText(file, scalar.Value, [.. Enumerable.Repeat(scalar.Span.Start, scalar.Value.Length + 1)])
            {
                Written = (_, _) => null,
            };
    }

    /// <summary>The raw text of a scalar, cooked again.</summary>
    public static CookedText Cook(SourceText file, YamlScalar scalar)
    {
        var raw = file.Content.AsSpan(0, scalar.Span.End);
        return scalar.Style is YamlStyle.Literal or YamlStyle.Folded
            ? BlockScalarCook.Cook(raw, scalar)
            : FlowScalarCook.Cook(raw, scalar);
    }
}
