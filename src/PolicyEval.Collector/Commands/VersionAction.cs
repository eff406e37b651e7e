using System.CommandLine;
using System.CommandLine.Invocation;

namespace PolicyEval.Collector.Commands;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ToolVersion.Producer);
        return ExitCodes.Complete;
    }
}
