using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Overrides;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Driver;

/// <summary>
/// Settles the parameters and the severity of a policy in an account: what frameworks set wins over the policy's
/// defaults, settings over frameworks, and the user's options over settings.
/// </summary>
/// <param name="Overrides">The settings.</param>
/// <param name="Sets">The parameters that the user sets.</param>
internal sealed record RuleResolver(OverrideSet Overrides, ImmutableArray<ParamSet> Sets)
{
    /// <summary>Every parameter.</summary>
    public ImmutableArray<EffectiveParam> ParamsOf(PolicyWant want, string account)
    {
        var changes = Overrides.Of(want.Policy.Name, account).SelectMany(change => change.Params).ToArray();
        return [.. want.Policy.Params.Select(param => Effective(want, param, changes))];
    }

    /// <summary>The severity.</summary>
    public EffectiveSeverity SeverityOf(Policy policy, string account)
    {
        var last = Overrides.Of(policy.Name, account).LastOrDefault(change => change.Severity is not null);
        return last is null
            ? new EffectiveSeverity(policy.Severity, "")
            : new EffectiveSeverity(last.Severity!.Value, PlaceOf(last.SeverityLocation));
    }

    /// <param name="want">The policy.</param>
    /// <param name="param">The parameter.</param>
    /// <param name="changes">What settings set, the weakest first.</param>
    private EffectiveParam Effective(PolicyWant want, PolicyParam param, ControlParam[] changes)
    {
        var standard = want.FromFramework.LastOrDefault(set => set.Name == param.Name) is { } ofFramework
            ? ValueOf(param, ofFramework)
            : param.Default;
        if (Sets.FirstOrDefault(s => s.Policy == want.Policy.Name && s.Param == param.Name) is { } option)
            return new EffectiveParam(param, option.Value, standard) { Source = EffectiveParam.Option };
        return changes.LastOrDefault(change => change.Name == param.Name) is { } set
            ? new EffectiveParam(param, ValueOf(param, set), standard) { Source = PlaceOf(set.NameLocation) }
            : new EffectiveParam(param, standard, standard);
    }

    private static ParamValue ValueOf(PolicyParam param, ControlParam set) =>
        ParamText.Parse(param, set.Text) ?? throw new InvalidOperationException($"{set.Location} was not checked.");

    private static string PlaceOf(Location place) => FormattableString.Invariant($"{place.File}:{place.Line}");
}
