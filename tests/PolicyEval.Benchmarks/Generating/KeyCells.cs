namespace PolicyEval.Benchmarks.Generating;

/// <summary>One of the two access keys of a user.</summary>
/// <param name="IsActive">Whether it is active.</param>
/// <param name="Rotated">When it was made; null where there is no key.</param>
/// <param name="Used">When it was last used; null for never.</param>
internal readonly record struct KeyCells(bool IsActive, long? Rotated, long? Used)
{
    /// <summary>No key.</summary>
    public static KeyCells None => default;
}
