using System.CommandLine;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Reporting.Catalogues;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary>
/// <c>policyeval list</c>: the policies, the frameworks and the resource types, or every control of some frameworks.
/// </summary>
internal static class ListCommand
{
    public static Command Create(CliHost host)
    {
        var frameworks = CommonOptions.Many(
            "--framework", "NAME", "List every control of this framework instead; may be repeated.");
        var folder = CommonOptions.Policies();
        var format = CommonOptions.Format();
        var command = new Command(
            "list", "List the policies, the frameworks and the resource types, or the controls of a framework.")
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
        var terminal = new TerminalWriter(output, host.OutputStyle);
        if (frameworks is { Length: > 0 })
        {
            WriteControls(terminal, catalogue);
            return ExitCodes.Success;
        }
        WritePolicies(terminal, catalogue);
        WriteFrameworks(terminal, catalogue);
        WriteResources(terminal);
        return ExitCodes.Success;
    }

    private static void WriteControls(TerminalWriter terminal, Catalogue catalogue)
    {
        foreach (var (index, framework) in catalogue.Frameworks.Index())
        {
            if (index > 0)
                terminal.EndLine();
            FrameworkConsole.Write(terminal, framework);
        }
    }

    private static void WritePolicies(TerminalWriter terminal, Catalogue catalogue)
    {
        terminal.WriteLine("Policies", Tone.Heading);
        foreach (var policy in catalogue.Policies)
        {
            terminal.Write($"  {TextLayout.PadRight(policy.Name, 28)}");
            terminal.WriteLine($"  {ResultWords.Of(policy.Severity),-8}  {policy.Resource}");
            terminal.WriteWrapped(policy.Title, 4, Tone.Quiet);
            var controls = string.Join(", ", catalogue.ControlsOf(policy.Name));
            if (controls.Length > 0)
                terminal.WriteWrapped(controls, 4, Tone.Quiet);
        }
    }

    private static void WriteFrameworks(TerminalWriter terminal, Catalogue catalogue)
    {
        terminal.EndLine();
        terminal.WriteLine("Frameworks", Tone.Heading);
        foreach (var framework in catalogue.Frameworks)
        {
            var counts = CoverageCounts.Of(framework.Controls);
            terminal.WriteLine($"  {framework.Name}");
            terminal.WriteWrapped($"{framework.Title} {framework.Version}", 4, Tone.Quiet);
            terminal.WriteWrapped($"{counts.Total} controls, {counts.Decided} with a policy", 4, Tone.Quiet);
        }
    }

    private static void WriteResources(TerminalWriter terminal)
    {
        terminal.EndLine();
        terminal.WriteLine("Resource types", Tone.Heading);
        foreach (var type in ResourceSchema.Types)
            terminal.WriteLine($"  {type.Name}");
        terminal.WriteWrapped("'policyeval show aws.iam.user' lists the fields of one.", 0, Tone.Quiet);
    }
}
