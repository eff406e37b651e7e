using System.CommandLine;
using System.Globalization;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Outputs;
using PolicyEval.Evaluation.Testing;
using PolicyEval.Reporting.Testing;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval test [DIR]</c>: run the tests of policies.</summary>
internal static class TestCommand
{
    public static Command Create(CliHost host, CancellationToken cancellationToken)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "A folder with policies and their tests (*.tests.yaml); without it the bundled ones are tested.",
        };
        var policies = CommonOptions.Many(
            "--policy", "NAME", "Only tests of this policy; may be repeated, as --format may.");
        var name = CommonOptions.One("--case", "TEXT", "Only cases whose name has this text in it.");
        var coverage = new Option<bool>("--coverage")
        {
            Arity = ArgumentArity.Zero,
            Description = "Show every branch that no case takes.",
        };
        var least = CommonOptions.One(
            "--min-coverage", "PERCENT", "Exit code 1 where the cases of a policy take less of its branches.");
        var formats = CommonOptions.Many(
            "--format", "NAME[=FILE]", "The results: console or junit, to standard output or a file "
            + "[default: console].");
        var command = new Command("test", "Run the tests of policies and measure what they cover.")
        {
            folder, policies, name, coverage, least, formats,
        };
        command.SetAction(result => TestRun.Run(
            host,
            new TestOptions
            {
                Folder = result.GetValue(folder),
                Filter = new PolicyTestFilter
                {
                    Policies = [.. result.GetValue(policies) ?? []],
                    Case = result.GetValue(name),
                },
                ShowsCoverage = result.GetValue(coverage),
                LeastCoverage = PercentOf(result.GetValue(least), result.GetValue(name)),
                Reports = ReportTarget.ParseAll(
                    result.GetValue(formats) ?? [], [.. PolicyTestFormats.All.Select(format => format.Name)],
                    UsageDescriptors.UnknownTestFormat),
            },
            cancellationToken));
        return command;
    }

    private static int? PercentOf(string? text, string? onlyCase)
    {
        if (text is null)
            return null;
        if (onlyCase is not null)
            throw UsageException.Of(
                UsageDescriptors.WrongUsage, "--min-coverage needs all cases, and --case leaves some out");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : throw UsageException.Of(
                UsageDescriptors.WrongUsage, $"--min-coverage takes a number from 0 to 100, not '{text}'");
    }
}
