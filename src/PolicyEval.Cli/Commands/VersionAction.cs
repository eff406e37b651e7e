using System.CommandLine;
using System.CommandLine.Invocation;

namespace PolicyEval.Cli.Commands;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"policyeval {ToolVersion.Current}");
        return ExitCodes.Success;
    }
}
