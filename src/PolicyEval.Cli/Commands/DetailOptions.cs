using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Commands;

/// <summary>How much the console report says, for every command that writes one of an evaluation.</summary>
/// <param name="warns">Whether the command has warnings and progress, which <c>--quiet</c> leaves out too.</param>
internal sealed class DetailOptions(bool warns)
{
    /// <summary>Of the console report only what a gate needs.</summary>
    public Option<bool> Quiet { get; } = CommonOptions.Flag(
        "--quiet", "Of the console report only what is not standard, the counts and the controls that fail; no other "
        + "format changes." + (warns ? " On standard error nothing but errors." : ""));

    /// <summary>Everything in the console report.</summary>
    public Option<bool> Verbose { get; } = CommonOptions.Flag(
        "--verbose", "In the console report every finding with its cells, passes too, the parameters, and what the "
        + "controls need that are not decided.");

    /// <summary>Of the console report only what fails.</summary>
    public Option<bool> FailuresOnly { get; } = CommonOptions.Flag(
        "--failures-only", "In the console report only the controls that fail, waived or not, end in an error or lack "
        + "evidence; the counts stay those of everything.");

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [Quiet, Verbose, FailuresOnly];

    /// <summary>Whether <c>--quiet</c> says something to the command itself, whatever its formats.</summary>
    public bool Warns => warns;

    /// <summary>What the user chose.</summary>
    /// <exception cref="UsageException">The choices contradict each other.</exception>
    public ReportDetail Of(ParseResult result)
    {
        if (!result.GetValue(Quiet))
            return result.GetValue(Verbose) ? ReportDetail.Verbose : ReportDetail.Normal;
        foreach (var other in (Option<bool>[])[Verbose, FailuresOnly])
        {
            if (result.GetValue(other))
                throw UsageException.Of(UsageDescriptors.Contradiction, Quiet.Name, other.Name);
        }

        return ReportDetail.Quiet;
    }
}
