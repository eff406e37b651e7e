using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>A single value: text, whatever it looks like. Immutable.</summary>
public sealed class YamlScalar : YamlNode
{
    /// <summary>Makes a scalar.</summary>
    public YamlScalar(TextSpan span, YamlStyle style, string value)
        : base(span)
    {
        Style = style;
        Value = value;
    }

    /// <summary>How it is written.</summary>
    public YamlStyle Style { get; }

    /// <summary>The text with escapes resolved and lines folded.</summary>
    public string Value { get; }

    /// <summary>What it is by YAML's core schema: only a scalar without quotes is anything but text.</summary>
    public YamlType Type => Style == YamlStyle.Plain ? YamlCoreSchema.TypeOf(Value) : YamlType.Text;

    /// <summary>Whether it stands without quotes and is empty or a null word: the key has no value.</summary>
    public bool IsNull => Type == YamlType.Null;

    /// <inheritdoc/>
    public override string Shape => IsNull ? "nothing" : "text";

    /// <summary>The value as a text inside the file, so that each of its units has its exact place there.</summary>
    public EmbeddedText ToEmbedded(SourceText file) => YamlScalarMap.Embed(file, this);
}
