using System.Collections.Frozen;
using System.Diagnostics;

namespace PolicyEval.Evaluation.Results;

/// <summary>Outcomes as files and programs write them, such as <c>not_applicable</c>.</summary>
public static class OutcomeNames
{
    /// <summary>The outcomes of a policy by name: all but manual, which is of controls without a policy.</summary>
    public static IReadOnlyDictionary<string, Outcome> OfPolicies { get; } = Enum.GetValues<Outcome>()
        .Where(outcome => outcome != Outcome.Manual).ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The name of an outcome.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Fail => "fail",
        Outcome.Manual => "manual",
        Outcome.NotApplicable => "not_applicable",
        Outcome.NotAssessed => "not_assessed",
        Outcome.Incomplete => "incomplete",
        Outcome.Error => "error",
        _ => throw new UnreachableException($"{outcome}"),
    };
}
