using System.Collections.Immutable;
using System.CommandLine;
using PolicyEval.Evaluation;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Messages;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval check [DIR]</c>: compile policies and say what is wrong with them.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string?>("DIR")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A folder with policies and frameworks; without it the bundled ones are checked.",
        };
        var command = new Command("check", "Compile policies and show what is wrong, with the place.") { folder };
        command.SetAction(result => Run(host, result.GetValue(folder)));
        return command;
    }

    private static int Run(CliHost host, string? folder)
    {
        var library = PolicyLibrary.Load(folder);
        using var output = CliHost.TextOver(host.Output);
        var renderer = new DiagnosticRenderer(output, host.OutputStyle);
        foreach (var diagnostic in library.Diagnostics)
            renderer.Write(diagnostic);

        var policies = library.Policies.Count(policy => folder is null || !policy.File.IsBundled);
        var frameworks = library.Frameworks.Count(framework => folder is null || !framework.File.IsBundled);
        output.WriteLine(
            $"{(policies == 1 ? "1 policy" : $"{policies} policies")}, {ResultWords.Plural(frameworks, "framework")}: "
            + $"{ResultWords.Plural(Count(library.Diagnostics, DiagnosticSeverity.Error), "error")}, "
            + ResultWords.Plural(Count(library.Diagnostics, DiagnosticSeverity.Warning), "warning"));
        return library.HasErrors ? ExitCodes.UnusableInput : ExitCodes.Success;
    }

    private static int Count(ImmutableArray<Diagnostic> diagnostics, DiagnosticSeverity severity) =>
        diagnostics.Count(diagnostic => diagnostic.Severity == severity);
}
