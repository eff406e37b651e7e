using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyEval.Cli.Commands;

/// <summary><c>--help</c>: the library's help, then examples and what the exit codes mean.</summary>
internal sealed class HelpWithExamples(int width) : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new() { MaxWidth = Math.Clamp(width, 60, 120) };

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var line in Examples.Of(parseResult.CommandResult.Command.Name))
            output.WriteLine($"  {line}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var line in ExitCodeLines(parseResult.CommandResult.Command.Name))
            output.WriteLine($"  {line}");
        return ExitCodes.Success;
    }

    private static ImmutableArray<string> ExitCodeLines(string command) => command switch
    {
        "diff" =>
        [
            "0 compared; with --fail-on new: no new failure",
            "1 with --fail-on new: a failure that was not there before, and no waiver covers it",
            "2 with --fail-on new: no such failure, but something is newly undecided or out of sight",
            "3 unusable input   64 wrong usage   130 cancelled",
        ],
        "report" or "sample" => ["0 written   3 unusable report, or it cannot be written   64 wrong usage"],
        "pack" =>
        [
            "0 packed, whatever the verdicts",
            "3 unusable input, something of that name is there, or it cannot be written",
            "64 wrong usage   130 cancelled",
        ],
        "compile" =>
        [
            "0 compiled; what is left out is named on standard error",
            "3 unusable policies or settings   64 wrong usage, or nothing of what was asked for can be compiled",
        ],
        "recheck" =>
        [
            "0 the report follows from the evidence   1 it does not: what differs is named",
            "2 something could not be checked         3 unusable report, evidence or rules",
            "64 wrong usage                           130 cancelled",
        ],
        "period" =>
        [
            "0 complete evidence of every account and day, whatever the verdicts",
            "2 days without evidence, or snapshots that are incomplete or cannot be used",
            "3 unusable input, or no evidence of the period   64 wrong usage   130 cancelled",
        ],
        "check" =>
        [
            "0 no error in any policy, whatever the warnings",
            "3 errors, or a folder that cannot be read   64 wrong usage",
        ],
        "test" =>
        [
            "0 all tests passed   1 a test failed, or coverage lies below --min-coverage",
            "3 unusable policies or tests   64 wrong usage   130 cancelled",
        ],
        "list" or "coverage" or "show" => ["0 shown   3 errors in the policies   64 wrong usage"],
        "explain" =>
        [
            "0 explained, whatever the verdicts    3 unusable input",
            "64 wrong usage, or no such resource   130 cancelled",
        ],
        "waiver" or "new" => ["0 written   3 unusable report or policies   64 wrong usage, or no such failure"],
        "schema" => ["0 shown   64 wrong usage"],
        "verify" =>
        [
            "0 intact, and signed by a trusted key",
            "2 intact, but not signed, or signed by an unknown key",
            "3 damaged or unreadable   64 wrong usage   130 cancelled",
        ],
        "seal" or "sign" => ["0 done   3 refused, nothing was written   64 wrong usage   130 cancelled"],
        "keygen" => ["0 done   3 refused, nothing was written   64 wrong usage"],
        _ =>
        [
            "0 all that was assessed passed   1 failures at the gate",
            "2 incomplete or error outcomes, or evidence older than --max-age",
            "3 unusable input",
            "64 wrong usage                   130 cancelled",
        ],
    };
}
