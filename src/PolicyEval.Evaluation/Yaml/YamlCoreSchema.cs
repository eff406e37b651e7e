using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Yaml;

/// <summary>The core schema of YAML 1.2.2, section 10.3.2: what a plain scalar stands for.</summary>
internal static partial class YamlCoreSchema
{
    /// <summary>The type of a plain scalar.</summary>
    public static YamlType TypeOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => YamlType.Bool,
        _ => Number().IsMatch(plain) ? YamlType.Number : YamlType.Text,
    };

    [GeneratedRegex(
        @"\A([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
        + @"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z")]
    private static partial Regex Number();
}
