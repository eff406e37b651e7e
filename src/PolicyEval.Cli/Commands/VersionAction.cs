using System.CommandLine;
using System.CommandLine.Invocation;
using PolicyEval.Cli.Builds;

namespace PolicyEval.Cli.Commands;

/// <summary><c>--version</c>.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        BuildDescription.Write(
            parseResult.InvocationConfiguration.Output,
            $"policyeval {ToolVersion.Current}",
            BuildStamp.Commit,
            BuildStamp.Configuration);
        return ExitCodes.Success;
    }
}
