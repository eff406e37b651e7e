using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEval.Cli.Diagnostics;

namespace PolicyEval.Cli.Commands;

/// <summary>Reads a command line and runs the command that it names. The door of this folder.</summary>
internal static class Interpreter
{
    public static int Run(CliHost host, IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var root = Verbs.Create(host, cancellationToken);
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        RefuseFlagValues(result, args);
        if (result.Action is not HelpWithExamples and not VersionAction)
            RefuseMistakes(result);

        using var output = CliHost.TextOver(host.Output);
        using var error = host.ErrorText();
        return result.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = output,
            Error = error,
        });
    }

    // The library takes the value of an option that has none for one more argument.
    private static void RefuseFlagValues(ParseResult result, IReadOnlyList<string> args)
    {
        var flags = result.CommandResult.Command.Options.Where(option => option.Arity.MaximumNumberOfValues == 0);
        foreach (var name in flags.Select(flag => flag.Name))
        {
            foreach (var arg in args.TakeWhile(arg => arg != "--"))
            {
                if (arg.StartsWith(name, StringComparison.Ordinal) && arg.AsSpan(name.Length) is ['=' or ':', ..])
                    throw UsageException.Of(UsageDescriptors.WrongUsage, $"{name} takes no value");
            }
        }
    }

    // The library takes a mistyped option for one more argument wherever arguments may follow.
    private static void RefuseMistakes(ParseResult result)
    {
        var options = KnownOptions(result.CommandResult).ToList();
        foreach (var token in Arguments(result.CommandResult).Concat(result.UnmatchedTokens))
        {
            if (token.StartsWith('-') && token.Length > 1 && !IsBehindDashes(result, token))
                throw UsageException.Unknown(UsageDescriptors.UnknownOption, token.Split('=')[0], options);
        }

        var command = result.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            if (result.UnmatchedTokens.Count > 0)
                throw UsageException.Unknown(
                    UsageDescriptors.UnknownCommand,
                    result.UnmatchedTokens[0],
                    command.Subcommands.Select(c => c.Name));
            throw UsageException.Of(UsageDescriptors.WrongUsage, "a command is needed");
        }

        if (result.Errors.Count > 0)
            throw UsageException.Of(UsageDescriptors.WrongUsage, result.Errors[0].Message);
    }

    private static IEnumerable<string> Arguments(CommandResult command) =>
        command.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    private static IEnumerable<string> KnownOptions(CommandResult command) =>
        command.Command.Options.SelectMany(option => option.Aliases.Append(option.Name));

    private static bool IsBehindDashes(ParseResult result, string value)
    {
        var behind = false;
        foreach (var token in result.Tokens)
        {
            if (behind && token.Value == value)
                return true;
            behind |= token.Type == TokenType.DoubleDash;
        }

        return false;
    }
}
