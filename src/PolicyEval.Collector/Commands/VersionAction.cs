using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyEval.Cli.Builds;

namespace PolicyEval.Collector.Commands;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        BuildDescription.Write(
            parseResult.InvocationConfiguration.Output,
            ToolVersion.Producer,
            BuildStamp.Commit,
            BuildStamp.Configuration);
        return ExitCodes.Complete;
    }
}
