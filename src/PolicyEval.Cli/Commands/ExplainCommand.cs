using System.CommandLine;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Explaining;
using PolicyEval.Reporting.Explaining;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval explain SNAPSHOT --policy P</c>: why a policy came to its verdicts.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshot = new Argument<string>("SNAPSHOT") { Description = CommonOptions.SnapshotDescription };
        snapshot.Validators.Add(CommonOptions.RefuseNameless);
        var policy = new Option<string>("--policy")
        {
            HelpName = "NAME",
            Required = true,
            Description = "The policy to explain.",
        };
        var resource = CommonOptions.One(
            "--resource", "NAME",
            "The resource to explain: a user's name, an account's id, an ARN, or root for the root user [default: the "
            + $"first {ExplainRequest.DefaultLimit}, those that did not pass before the others].");
        var frameworks = CommonOptions.Frameworks();
        var folder = CommonOptions.Policies();
        var settings = CommonOptions.Settings();
        var asOf = CommonOptions.AsOf();
        var sets = CommonOptions.Sets();
        var format = CommonOptions.Format();
        var trusted = SigningOptions.TrustedKeys();
        var requireSignature = SigningOptions.RequireSignature();
        var command = new Command(
            "explain", "Explain verdicts: every expression as a tree, with the value and the cell of every node.")
        {
            snapshot, policy, resource, frameworks, folder, settings, asOf, sets, format, trusted, requireSignature,
        };
        command.SetAction(result =>
        {
            var files = new RuleFiles(result.GetValue(folder), result.GetValue(settings), Waivers: []);
            var (library, request) = files.Load(new EvaluationRequest
            {
                ToolVersion = ToolVersion.Current,
                Frameworks = CommonOptions.FrameworksOf(result.GetValue(frameworks)),
                Policies = [result.GetRequiredValue(policy)],
                AsOf = result.GetValue(asOf),
                Sets = [.. result.GetValue(sets) ?? []],
            });
            return Run(
                host,
                new SnapshotInputs(
                    [result.GetRequiredValue(snapshot)], [.. result.GetValue(trusted) ?? []],
                    result.GetValue(requireSignature)),
                library,
                request,
                new ExplainRequest(result.GetValue(resource)),
                CommonOptions.IsJson(result.GetValue(format)),
                cancellationToken);
        });
        return command;
    }

    /// <summary>Whatever the verdicts are, they were explained: that is success.</summary>
    private static int Run(
        CliHost host,
        SnapshotInputs inputs,
        PolicyLibrary library,
        EvaluationRequest evaluation,
        ExplainRequest request,
        bool asJson,
        CancellationToken cancellationToken)
    {
        inputs.RefuseMistakes();
        if (inputs.Open(host, cancellationToken) is not { } snapshots)
            return ExitCodes.UnusableInput;
        var preparation = Evaluator.Prepare(library, snapshots, evaluation);
        if (preparation.Plan is not { } plan)
        {
            EvaluateRun.Report(host, preparation.Diagnostics);
            return preparation.ExitCode;
        }

        var explanation = Explainer.Explain(plan, request, cancellationToken);
        if (!explanation.Policies.IsEmpty)
            Write(host, explanation, asJson);
        EvaluateRun.Report(host, explanation.Diagnostics);
        return explanation.Policies.IsEmpty ? ExitCodes.WrongUsage : ExitCodes.Success;
    }

    private static void Write(CliHost host, Explanation explanation, bool asJson)
    {
        if (asJson)
        {
            ExplanationJson.Write(host.Output, explanation);
            return;
        }
        using var output = CliHost.TextOver(host.Output);
        ExplanationConsole.Write(output, host.OutputStyle, explanation);
    }
}
