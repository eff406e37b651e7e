namespace PolicyEval.Evaluation.Yaml;

/// <summary>What a scalar is to readers that go by YAML's core schema, as editors do.</summary>
public enum YamlType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>Nothing: <c>null</c>, <c>~</c> or no characters.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A number.</summary>
    Number,
}
