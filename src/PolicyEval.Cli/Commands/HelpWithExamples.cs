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
        output.WriteLine("  0 all that was assessed passed   1 failures at the gate");
        output.WriteLine("  2 incomplete or error outcomes   3 unusable input");
        output.WriteLine("  64 wrong usage                   130 cancelled");
        return ExitCodes.Success;
    }
}
