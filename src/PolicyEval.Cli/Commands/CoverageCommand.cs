using System.CommandLine;
using PolicyEval.Reporting.Catalogues;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval coverage</c>: what the policies decide of frameworks, and what the rest needs.</summary>
internal static class CoverageCommand
{
    public static Command Create(CliHost host)
    {
        var frameworks = CommonOptions.Many(
            "--framework", "NAME", "A framework to look at; may be repeated [default: all].");
        var folder = CommonOptions.Policies();
        var format = CommonOptions.Format();
        var command = new Command(
            "coverage",
            "Show which controls of the frameworks are decided, which are manual, and what the others need.")
        {
            frameworks, folder, format,
        };
        command.SetAction(result => Run(
            host, result.GetValue(frameworks), result.GetValue(folder), CommonOptions.IsJson(result.GetValue(format))));
        return command;
    }

    private static int Run(CliHost host, string[]? frameworks, string? folder, bool asJson)
    {
        if (PolicyCatalog.Load(host, folder) is not { } library)
            return ExitCodes.UnusableInput;
        var catalogue = PolicyCatalog.Of(library, frameworks);
        if (asJson)
        {
            CatalogueJson.Write(host.Output, catalogue);
            return ExitCodes.Success;
        }

        using var output = CliHost.TextOver(host.Output);
        CoverageConsole.Write(new TerminalWriter(output, host.OutputStyle), catalogue);
        return ExitCodes.Success;
    }
}
