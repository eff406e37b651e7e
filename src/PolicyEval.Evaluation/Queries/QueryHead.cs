using System.Collections.Immutable;
using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Language.Sql;

namespace PolicyEval.Evaluation.Queries;

/// <summary>
/// The comments at the head of a statement: all that it was made from, so that the same makes it again.
/// </summary>
internal static class QueryHead
{
    /// <summary>The lines.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="instant">What tells the instant.</param>
    /// <param name="frameworks">The frameworks.</param>
    /// <param name="policies">The policies that are in it.</param>
    public static ImmutableArray<string> Of(
        EvaluationRequest request,
        SqlDialect dialect,
        InstantSource instant,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<PolicyQuery> policies) =>
    [
        $"policyeval {request.ToolVersion}: policies over IAM credential reports, as SQL for {dialect.Name}",
        instant.Column is { } column ? $"ages at the instant in the column {column}"
            : instant.Value.MayBeUnknown ? "ages at no instant: nothing tells it"
            : $"ages at {instant.Text.Text}",
        .. frameworks.Select(framework => $"framework {framework.Name} sha256 {framework.File.Sha256}"),
        .. FileOf(request.Settings.File),
        .. policies.Select(query => OfPolicy(query)),
    ];

    private static IEnumerable<string> FileOf(PolicyFile? settings) =>
        settings is null ? [] : [$"settings {settings.Origin} sha256 {settings.Sha256}"];

    private static string OfPolicy(PolicyQuery query)
    {
        var policy = query.Planned.Compiled.Policy;
        var number = FormattableString.Invariant($"p{query.Number}");
        return string.Join(
            ' ', [number, policy.Name, "sha256", policy.File.Sha256, .. query.Planned.Params.Select(TextOf)]);
    }

    private static string TextOf(EffectiveParam param) => param.Value.Text == param.Standard.Text
        ? $"{param.Param.Name}={param.Value.Text}"
        : $"{param.Param.Name}={param.Value.Text} (changed by {param.Source} from {param.Standard.Text})";
}
