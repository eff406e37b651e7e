namespace PolicyEval.Evaluation.Explaining;

/// <summary>A value that expressions read and that is no evidence: a parameter, or the instant of the run.</summary>
/// <param name="Name">As expressions name it: <c>params.maxAgeDays</c>, <c>asOf</c>.</param>
/// <param name="Value">The value as text; empty where there is none.</param>
/// <param name="Origin">Who set it.</param>
public sealed record ExplainedInput(string Name, string Value, InputOrigin Origin)
{
    /// <summary>Where settings set it, as <c>file:line</c>; else empty, or the option.</summary>
    public string Source { get; init; } = "";
}
