using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval evaluate SNAPSHOT...</c>.</summary>
internal static class EvaluateCommand
{
    private const string AnySeverity = "any";
    private const int ThreadsMax = 1024;

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshots = new Argument<string[]>("SNAPSHOT")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = CommonOptions.SnapshotDescription,
        };
        snapshots.Validators.Add(CommonOptions.RefuseNameless);
        var frameworks = CommonOptions.Frameworks();
        var policies = CommonOptions.Many(
            "--policy", "NAME", "Only this policy; may be repeated, as --framework, --set and --format may.");
        var folder = CommonOptions.Policies();
        var settings = CommonOptions.Settings();
        var waivers = CommonOptions.Waivers();
        var ignoreWaivers = new Option<bool>("--ignore-waivers")
        {
            Arity = ArgumentArity.Zero,
            Description = "List the waivers and apply none: the world without them.",
        };
        var asOf = CommonOptions.AsOf();
        var sets = CommonOptions.Sets();
        var formats = CommonOptions.Many(
            "--format", "NAME[=FILE]", "A report: console, summary or json, to standard output or a file "
            + "[default: console].");
        var failOn = CommonOptions.One(
            "--fail-on", "SEVERITY", "The least severity that gives exit code 1 [default: any].");
        var strict = new Option<bool>("--strict")
        {
            Arity = ArgumentArity.Zero,
            Description = "Missing evidence (exit code 2) wins over failures (exit code 1).",
        };
        var trusted = SigningOptions.TrustedKeys();
        var requireSignature = SigningOptions.RequireSignature();
        var threads = CommonOptions.One(
            "--threads", "N", "How many rows are evaluated at a time; changes no byte of a report.");

        var command = new Command("evaluate", "Evaluate snapshots and write reports.")
        {
            snapshots, frameworks, policies, folder, settings, waivers, ignoreWaivers, asOf, sets, formats, failOn,
            strict, trusted, requireSignature, threads,
        };
        command.SetAction(result => EvaluateRun.Run(
            host,
            new EvaluateOptions
            {
                Inputs = new SnapshotInputs(
                    [.. result.GetValue(snapshots) ?? []], [.. result.GetValue(trusted) ?? []],
                    result.GetValue(requireSignature)),
                PolicyFolder = result.GetValue(folder),
                Settings = result.GetValue(settings),
                Waivers = [.. result.GetValue(waivers) ?? []],
                Reports = ReportTarget.ParseAll(
                    result.GetValue(formats) ?? [], [.. ReportFormats.All.Select(format => format.Name)],
                    UsageDescriptors.UnknownFormat),
                Threads = ThreadsOf(result.GetValue(threads)),
                Request = new EvaluationRequest
                {
                    ToolVersion = ToolVersion.Current,
                    Frameworks = CommonOptions.FrameworksOf(result.GetValue(frameworks)),
                    Policies = [.. result.GetValue(policies) ?? []],
                    AsOf = result.GetValue(asOf),
                    Sets = [.. result.GetValue(sets) ?? []],
                    IgnoreWaivers = result.GetValue(ignoreWaivers),
                    FailOn = SeverityOf(result.GetValue(failOn)),
                    Strict = result.GetValue(strict),
                },
            },
            cancellationToken));
        return command;
    }

    private static int ThreadsOf(string? text)
    {
        if (text is null)
            return Environment.ProcessorCount;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            && threads is >= 1 and <= ThreadsMax
            ? threads
            : throw UsageException.Of(
                UsageDescriptors.WrongUsage, $"--threads takes a number from 1 to {ThreadsMax}, not '{text}'");
    }

    /// <summary>The least severity for null and <c>any</c> is none.</summary>
    private static Severity? SeverityOf(string? name)
    {
        if (name is null or AnySeverity)
            return null;

        var names = Enum.GetValues<Severity>().ToImmutableDictionary(ResultWords.Of, StringComparer.Ordinal);
        return names.TryGetValue(name, out var severity)
            ? severity
            : throw UsageException.Unknown(UsageDescriptors.UnknownSeverity, name, [AnySeverity, .. names.Keys]);
    }
}
