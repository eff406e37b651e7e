using System.Collections.Immutable;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>A list of values. Immutable.</summary>
public sealed class YamlSequence : YamlNode
{
    /// <summary>Makes a list.</summary>
    public YamlSequence(TextSpan span, ImmutableArray<YamlNode> items)
        : base(span) => Items = items;

    /// <summary>The values, in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Shape => "a list";
}
