using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Compilation;

/// <summary>A parameter with the value that a run uses.</summary>
/// <param name="Param">The parameter.</param>
/// <param name="Value">The value that expressions see.</param>
/// <param name="Standard">The value that policy and framework set.</param>
internal sealed record EffectiveParam(PolicyParam Param, ParamValue Value, ParamValue Standard)
{
    /// <summary>The source of what an option sets.</summary>
    public const string Option = "--set";

    /// <summary>
    /// Where a value comes from that is not the standard one: <see cref="Option"/>, or <c>file:line</c> of settings;
    /// else empty.
    /// </summary>
    public string Source { get; init; } = "";

    /// <summary>As reports name it.</summary>
    public ParamReference ToReference() => new(Param.Name, ParamText.NameOf(Param.Type), Value.Text, Standard.Text)
    {
        Default = Param.Default.Text,
        Source = Source,
    };
}
