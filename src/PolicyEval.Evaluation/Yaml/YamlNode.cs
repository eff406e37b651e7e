using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>A value in a YAML file, with its place. Immutable.</summary>
public abstract class YamlNode
{
    private protected YamlNode(TextSpan span) => Span = span;

    /// <summary>Where the value stands, in the file's text.</summary>
    public TextSpan Span { get; }

    /// <summary>What the value is, for messages: <c>text</c>, <c>a list</c>, <c>a mapping</c>.</summary>
    public abstract string Shape { get; }
}
