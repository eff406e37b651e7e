using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval evaluate SNAPSHOT...</c>.</summary>
internal static class EvaluateCommand
{
    private const string AnySeverity = "any";

    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var snapshots = new Argument<string[]>("SNAPSHOT")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = CommonOptions.SnapshotDescription + " A folder of snapshots, at any depth, stands for the "
                + "newest of each account.",
        };
        snapshots.Validators.Add(CommonOptions.RefuseNameless);
        var rules = new RuleOptions();
        var formats = FormatOptions.Formats();
        var formatOptions = new FormatOptions();
        var failOn = CommonOptions.One(
            "--fail-on", "SEVERITY", "The least severity that gives exit code 1 [default: any].");
        var baseline = CommonOptions.One(
            "--baseline", "FILE", "A JSON report of evaluate: only failures that it does not have give exit code 1.");
        var maxAge = CommonOptions.One(
            "--max-age", "AGE", "How old the evidence may be at --now, such as 36h or 7d; older gives exit code 2.");
        var now = CommonOptions.One(
            "--now", "TIME", "The instant of this run, for --max-age: RFC 3339, or a date, which means 00:00:00 UTC of "
            + "that day; there is no clock.");
        var all = new Option<bool>("--all")
        {
            Arity = ArgumentArity.Zero,
            Description = "Of a folder of snapshots every one [default: the newest of each account].",
        };
        var expected = CommonOptions.One(
            "--expected-accounts", "FILE",
            "Which accounts there should be evidence of: CSV with account,name, or an id in each line [default: those "
            + "of the organization's snapshot, if there is one].");
        var strict = new Option<bool>("--strict")
        {
            Arity = ArgumentArity.Zero,
            Description = "Missing evidence (exit code 2) wins over failures (exit code 1).",
        };
        var command = new Command("evaluate", "Evaluate snapshots and write reports.") { snapshots };
        RuleOptions.Add(command, [
            .. rules.Rules, all, expected, formats, .. formatOptions.All, failOn, baseline, maxAge, now, strict,
            .. rules.Others,
        ]);
        command.SetAction(result => EvaluateRun.Run(
            host,
            new EvaluateOptions
            {
                Inputs = rules.InputsOf(result, [.. result.GetValue(snapshots) ?? []]),
                Rules = rules.FilesOf(result),
                TakesAll = result.GetValue(all),
                ExpectedAccounts = result.GetValue(expected),
                Baseline = result.GetValue(baseline),
                Reports = FormatOptions.TargetsOf(result.GetValue(formats)),
                FormatOptions = formatOptions.Of(result),
                Threads = rules.ThreadsOf(result),
                Request = rules.RequestOf(result) with
                {
                    FailOn = SeverityOf(result.GetValue(failOn)),
                    MaxAge = result.GetValue(maxAge),
                    Now = result.GetValue(now),
                    Strict = result.GetValue(strict),
                },
            },
            cancellationToken));
        return command;
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
