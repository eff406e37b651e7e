namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>A flag that may be unknown.</summary>
internal enum Truth : byte
{
    /// <summary>It is not so.</summary>
    False,

    /// <summary>It is so.</summary>
    True,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}
