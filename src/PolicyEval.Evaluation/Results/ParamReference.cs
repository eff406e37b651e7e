namespace PolicyEval.Evaluation.Results;

/// <summary>A parameter's effective value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type"><c>bool</c>, <c>int</c>, <c>string</c> or <c>duration</c>.</param>
/// <param name="Value">The effective value as text.</param>
/// <param name="Standard">The value that policy and framework set, as text.</param>
public sealed record ParamReference(string Name, string Type, string Value, string Standard)
{
    /// <summary>The policy's own value, as text: where no framework sets another one, the standard one.</summary>
    public string Default { get; init; } = Standard;

    /// <summary>
    /// Where a value comes from that policy and framework do not set: <c>--set</c>, or <c>file:line</c> of settings;
    /// else empty.
    /// </summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the user changed it: no relaxed rule looks standard.</summary>
    public bool Changed => Value != Standard;
}
