using System.Diagnostics;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Language.Values;

namespace PolicyEval.Reporting.Explaining;

/// <summary>The words for the closed sets of an explanation.</summary>
internal static class ExplanationWords
{
    /// <summary>What an expression is for, as programs read it.</summary>
    public static string Of(ExplainedRole role) => role switch
    {
        ExplainedRole.MatchCondition => "match_condition",
        ExplainedRole.Validation => "validation",
        ExplainedRole.Variable => "variable",
        ExplainedRole.Message => "message",
        _ => throw new UnreachableException($"{role}"),
    };

    /// <summary>Who set a value, as programs read it.</summary>
    public static string Of(InputOrigin origin) => origin switch
    {
        InputOrigin.Policy => "policy",
        InputOrigin.Framework => "framework",
        InputOrigin.Settings => "settings",
        InputOrigin.Option => "option",
        InputOrigin.Evidence => "evidence",
        InputOrigin.Nobody => "nobody",
        _ => throw new UnreachableException($"{origin}"),
    };

    /// <summary>A value of the run with who set it.</summary>
    public static string ForPeople(ExplainedInput input) => input.Origin switch
    {
        InputOrigin.Policy => $"{input.Name} = {input.Value} (default of the policy)",
        InputOrigin.Framework => $"{input.Name} = {input.Value} (set by the framework)",
        InputOrigin.Settings => $"{input.Name} = {input.Value} ({input.Source})",
        InputOrigin.Option when input.Name == "asOf" => $"{input.Name} = {input.Value} (--as-of)",
        InputOrigin.Option => $"{input.Name} = {input.Value} (--set)",
        InputOrigin.Evidence => $"{input.Name} = {input.Value} (when the evidence was made)",
        InputOrigin.Nobody => $"{input.Name} is not known: give --as-of TIME",
        _ => throw new UnreachableException($"{input.Origin}"),
    };

    /// <summary>A value; an unknown and an error say so in a word.</summary>
    public static string ForPeople(CelValue value) => ValueText.Of(value);
}
