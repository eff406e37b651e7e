namespace PolicyEval.Evaluation.Yaml;

/// <summary>What one YAML file may hold. A policy set is written by people, so the limits are far above need.</summary>
public static class YamlLimits
{
    /// <summary>Bytes in a file.</summary>
    public const int FileBytesMax = 1024 * 1024;

    /// <summary>Lists and mappings inside each other.</summary>
    public const int DepthMax = 32;

    /// <summary>Scalars, lists and mappings in a file, keys counted too.</summary>
    public const int NodesMax = 10_000;
}
