namespace PolicyEval.Evaluation.Results;

/// <summary>Some outcomes.</summary>
/// <param name="Bits">A bit for each.</param>
internal readonly record struct OutcomeSet(uint Bits)
{
    /// <summary>All of them.</summary>
    public static OutcomeSet All { get; } = new(uint.MaxValue);

    /// <summary>Whether an outcome is one of them.</summary>
    public bool Has(Outcome outcome) => (Bits & (1u << (int)outcome)) != 0;

    /// <summary>Those that a condition holds of.</summary>
    public static OutcomeSet Where(Func<Outcome, bool> condition) =>
        new(Enum.GetValues<Outcome>().Where(condition).Aggregate(0u, (bits, outcome) => bits | (1u << (int)outcome)));
}
