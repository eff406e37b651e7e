namespace PolicyEval.Language.Emit;

/// <summary>The answer of a condition.</summary>
internal enum Truth : byte
{
    /// <summary>false.</summary>
    False,

    /// <summary>true.</summary>
    True,

    /// <summary>An error or an unknown, which the condition hands out beside the answer.</summary>
    Other,
}
