namespace PolicyEval.Evaluation.Yaml;

/// <summary>A key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; an empty plain scalar where there is none.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
