using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyEval.Collector.Commands;

/// <summary><c>--help</c>: the library's help, then examples and what the exit codes mean.</summary>
internal sealed class HelpWithExamples(int width) : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new() { MaxWidth = Math.Clamp(width, 60, 120) };

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);

        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command.Name;
        output.WriteLine("Examples:");
        foreach (var line in Examples.Of(command))
            output.WriteLine($"  {line}");
        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine(command == PolicyCommand.Name
            ? "  0 printed   64 wrong usage"
            : "  0 every account is complete   2 an account failed or is incomplete\n"
            + "  3 nothing was collected       64 wrong usage   130 cancelled");
        return ExitCodes.Complete;
    }
}
