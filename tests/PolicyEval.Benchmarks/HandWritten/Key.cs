namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>One access key of a row. No date is <see cref="Cells.None"/> or <see cref="Cells.Unknown"/>.</summary>
/// <param name="Active">Whether it is active.</param>
/// <param name="Rotated">When it was made.</param>
/// <param name="Used">When it was last used.</param>
internal readonly record struct Key(Truth Active, long Rotated, long Used);
