using System.CommandLine;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval list</c>: the policies, the frameworks and the resource types.</summary>
internal static class ListCommand
{
    public static Command Create(CliHost host)
    {
        var folder = CommonOptions.Policies();
        var command = new Command("list", "List the policies, the frameworks and the resource types.") { folder };
        command.SetAction(result => Run(host, result.GetValue(folder)));
        return command;
    }

    private static int Run(CliHost host, string? folder)
    {
        if (PolicyCatalog.Load(host, folder) is not { } library)
            return ExitCodes.UnusableInput;

        using var output = CliHost.TextOver(host.Output);
        var terminal = new TerminalWriter(output, host.OutputStyle);
        WritePolicies(terminal, library);
        WriteFrameworks(terminal, library);
        WriteResources(terminal);
        return ExitCodes.Success;
    }

    private static void WritePolicies(TerminalWriter terminal, PolicyLibrary library)
    {
        terminal.WriteLine("Policies", Tone.Heading);
        foreach (var policy in library.Policies)
        {
            terminal.Write($"  {TextLayout.PadRight(policy.Name, 28)}");
            terminal.WriteLine($"  {ResultWords.Of(policy.Severity),-8}  {policy.Resource}");
            terminal.WriteWrapped(policy.Title, 4, Tone.Quiet);
            var controls = string.Join(", ", PolicyCatalog.ControlsOf(library, policy.Name));
            if (controls.Length > 0)
                terminal.WriteWrapped(controls, 4, Tone.Quiet);
        }
    }

    private static void WriteFrameworks(TerminalWriter terminal, PolicyLibrary library)
    {
        terminal.EndLine();
        terminal.WriteLine("Frameworks", Tone.Heading);
        foreach (var framework in library.Frameworks)
        {
            var decided = framework.Controls.Count(control => !control.Policies.IsEmpty);
            terminal.WriteLine($"  {framework.Name}");
            terminal.WriteWrapped($"{framework.Title} {framework.Version}", 4, Tone.Quiet);
            terminal.WriteWrapped($"{framework.Controls.Length} controls, {decided} with a policy", 4, Tone.Quiet);
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
