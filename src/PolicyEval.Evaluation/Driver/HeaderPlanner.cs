using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Names all inputs of a run for its reports.</summary>
internal static class HeaderPlanner
{
    /// <summary>The inputs.</summary>
    /// <param name="request">What the user asks for.</param>
    /// <param name="asOf">The instant that the user gave, or null.</param>
    /// <param name="freshness">How old the evidence may be, or null.</param>
    /// <param name="snapshots">The snapshots.</param>
    /// <param name="frameworks">The frameworks.</param>
    /// <param name="policies">The policies, in the order evaluated.</param>
    /// <param name="roster">The accounts.</param>
    public static RunHeader Of(
        EvaluationRequest request,
        DateTimeOffset? asOf,
        FreshnessGate? freshness,
        ImmutableArray<PlannedSnapshot> snapshots,
        ImmutableArray<Framework> frameworks,
        ImmutableArray<PlannedPolicy> policies,
        AccountRoster roster)
    {
        var accounts = SnapshotPlanner.AccountsOf(snapshots);
        return new RunHeader
        {
            ToolVersion = request.ToolVersion,
            Options = new RunOptions(
                request.Frameworks, request.Policies, asOf is { } instant ? Instants.ToText(instant) : null,
                request.Sets, request.FailOn, request.Strict)
            {
                IgnoreWaivers = request.IgnoreWaivers,
                Freshness = freshness?.Reference,
            },
            Snapshots =
            [
                .. snapshots.Select(snapshot => SnapshotPlanner.ReferenceOf(snapshot) with
                {
                    Age = freshness?.AgeOf(snapshot.Outline),
                    AccountName = snapshot.Outline.Accounts is [var only] ? roster.NameOf(only.Id) : "",
                }),
            ],
            LeftOut =
            [
                .. request.LeftOut.Select(left => new LeftOutReference(
                    left.Place, left.Account,
                    left.Time is { } time ? Instants.ToText(Instants.ToSecond(time)) : null,
                    NameOf(left.Reason), left.For)),
            ],
            Populations = request.Population.Sources,
            Frameworks = [.. frameworks.Select(ReferenceOf)],
            Policies = [.. policies.Select(policy => ReferenceOf(policy, accounts))],
            WaiverFiles = [.. request.Waivers.Files.Select(ReferenceOf)],
            Baseline = request.Baseline?.File,
            Settings = request.Settings.File is { } settings ? ReferenceOf(settings) : null,
        };
    }

    private static PolicyReference ReferenceOf(PlannedPolicy planned, ImmutableArray<string> accounts)
    {
        var policy = planned.Compiled.Policy;
        return new PolicyReference(
            policy.Name, policy.Title, planned.Severity.Value, policy.File.Sha256, policy.File.Origin,
            [.. planned.Params.Select(param => param.ToReference())])
        {
            StandardSeverity = policy.Severity,
            SeveritySource = planned.Severity.Source,
            Accounts = planned.Accounts.IsAll ? null : [.. accounts.Where(planned.Accounts.Takes)],
            ReplacesBundled = policy.ReplacesBundled,
            Controls = planned.Controls,
            Resource = policy.Resource,
            File = policy.Location.File,
            Line = policy.Location.Line,
            Guide = GuideOf(policy),
            Rules =
            [
                .. policy.MatchConditions.Select(
                    condition => RuleOf(RuleRole.MatchCondition, condition.Name, condition.Expression)),
                .. policy.Validations.Select(
                    validation => RuleOf(RuleRole.Validation, validation.Reason, validation.Expression)),
            ],
        };
    }

    private static PolicyGuide GuideOf(Policy policy) => new()
    {
        Description = policy.Description,
        Rationale = policy.Rationale,
        Audit = policy.Audit,
        Console = policy.Remediation.Console,
        Cli = policy.Remediation.Cli,
        Iac = policy.Remediation.Iac,
        References = policy.References,
    };

    private static RuleReference RuleOf(RuleRole role, string name, EmbeddedText expression) => new(
        role, name, OneLine.Of(expression.Content), Location.Of(expression, new TextSpan(0, 0)).Line);

    private static string NameOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Older => "older",
        LeftOutReason.Timeless => "timeless",
        LeftOutReason.Copy => "copy",
        LeftOutReason.UnusableCopy => "unusable-copy",
        _ => throw new System.Diagnostics.UnreachableException($"{reason}"),
    };

    private static InputFile ReferenceOf(PolicyFile file) => new(file.Origin, file.Sha256);

    private static FrameworkReference ReferenceOf(Framework framework) =>
        new(framework.Name, framework.Title, framework.Version, framework.File.Sha256, framework.File.Origin)
        {
            ReplacesBundled = framework.ReplacesBundled,
        };
}
