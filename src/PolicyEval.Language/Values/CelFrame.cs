namespace PolicyEval.Language.Values;

/// <summary>
/// What a compiled expression runs on: the values of its variables in slots, and the scratch space of one thread. Made
/// once for each thread and used again for every row. Not thread-safe.
/// </summary>
public sealed class CelFrame
{
    /// <summary>Makes a frame.</summary>
    /// <param name="slots">As many slots as the environment declares variables.</param>
    public CelFrame(int slots) => Variables = new CelValue[slots];

    /// <summary>The values of the variables, by <c>VariableSymbol.Slot</c>.</summary>
    public CelValue[] Variables { get; }

    /// <summary>Where reads are recorded, or null when nobody asks for evidence.</summary>
    public CelTrace? Trace { get; set; }

    /// <summary>Cancels long evaluations: looked at in every turn of a comprehension.</summary>
    public CancellationToken Cancellation { get; set; }
}
