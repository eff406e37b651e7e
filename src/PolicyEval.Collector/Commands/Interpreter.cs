using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using PolicyEval.Collector.Diagnostics;

namespace PolicyEval.Collector.Commands;

/// <summary>Reads a command line and runs the command that it names. The door of this folder.</summary>
internal static class Interpreter
{
    /// <summary>Runs it and gives the exit code.</summary>
    /// <exception cref="CollectException">The command line is wrong, or nothing can be collected.</exception>
    public static async Task<int> RunAsync(
        CollectorHost host, IReadOnlyList<string> args, CancellationToken cancellation)
    {
        var root = CreateRoot(host);
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        RefuseFlagValues(result, args);
        if (result.Action is not HelpWithExamples and not VersionAction)
            RefuseMistakes(result);

        using var output = CollectorHost.TextOver(host.Output);
        using var error = host.ErrorText();
        return await result.InvokeAsync(
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = output,
                Error = error,
            },
            cancellation).ConfigureAwait(false);
    }

    private static RootCommand CreateRoot(CollectorHost host)
    {
        var root = CollectCommand.Create(host);
        root.Subcommands.Add(PolicyCommand.Create());
        foreach (var option in root.Options)
        {
            if (option is HelpOption)
                option.Action = new HelpWithExamples(host.ErrorStyle.Width);
            else if (option is VersionOption)
                option.Action = new VersionAction();
        }

        return root;
    }

    // The library takes the value of an option that has none for one more argument.
    private static void RefuseFlagValues(ParseResult result, IReadOnlyList<string> args)
    {
        var flags = result.CommandResult.Command.Options.Where(option => option.Arity.MaximumNumberOfValues == 0);
        foreach (var name in flags.Select(flag => flag.Name))
        {
            foreach (var arg in args)
            {
                if (arg.StartsWith(name, StringComparison.Ordinal) && arg.AsSpan(name.Length) is ['=' or ':', ..])
                    throw CollectException.Usage(CollectDescriptors.WrongUsage, $"{name} takes no value");
            }
        }
    }

    private static void RefuseMistakes(ParseResult result)
    {
        // An option without its value swallows nothing, but a value that looks like an option is a forgotten one.
        var options = result.CommandResult.Command.Options;
        foreach (var given in result.CommandResult.Children.OfType<OptionResult>())
        {
            if (given.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } next
                && options.Any(option => option.Name == next.Value))
                throw CollectException.Usage(CollectDescriptors.WrongUsage, $"{given.Option.Name} has no value");
        }

        if (result.UnmatchedTokens.Count > 0)
        {
            var token = result.UnmatchedTokens[0];
            var isOption = token.StartsWith('-');
            var written = isOption ? token.Split('=')[0] : token;
            var names = isOption
                ? options.SelectMany(option => option.Aliases.Append(option.Name))
                : [PolicyCommand.Name];
            var descriptor = isOption ? CollectDescriptors.UnknownOption : CollectDescriptors.UnknownCommand;
            var diagnostic = CollectDiagnostic.Of(descriptor, written) with
            {
                Suggestion = NearestName.Of(written, names),
            };
            throw new CollectException([diagnostic], ExitCodes.WrongUsage);
        }

        if (result.Errors.Count > 0)
            throw CollectException.Usage(CollectDescriptors.WrongUsage, result.Errors[0].Message);
    }
}
