using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Evaluation.Driver;

/// <summary>A policy with all that settles its verdicts in accounts of one kind, and its controls.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Params">Its parameters.</param>
/// <param name="Severity">How much a failure weighs.</param>
/// <param name="Order">The place of the first one who asks for it.</param>
/// <param name="Controls">The indexes of its controls, in order.</param>
internal sealed record PolicyUse(
    Policy Policy,
    ImmutableArray<EffectiveParam> Params,
    EffectiveSeverity Severity,
    int Order,
    ImmutableArray<int> Controls)
{
    /// <summary>What tells the compiled policy from others.</summary>
    public string CompiledKey => KeyOf(Policy, Params);

    /// <summary>What tells it from others of the run: accounts of which reports say the same share it.</summary>
    public string Key => string.Join(
        '\0',
        [
            CompiledKey, .. Params.Select(p => p.Source),
            Severity.Value.ToString(), Severity.Source, .. Controls.Select(control => Digits.Of(control)),
        ]);

    /// <summary>A policy with the same values is the same.</summary>
    public static string KeyOf(Policy policy, ImmutableArray<EffectiveParam> parameters) =>
        string.Join('\0', parameters.Select(p => p.Value.Text).Prepend(policy.Name));
}
