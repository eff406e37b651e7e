using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Reporting.Catalogues;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval show POLICY</c>: all about a policy, a control and its policies, a framework, or
/// the fields of a resource type.</summary>
internal static class ShowCommand
{
    public static Command Create(CliHost host)
    {
        var subject = new Argument<string>("POLICY")
        {
            Description =
                "The name of a policy or a framework; a control such as cis_v700/2.4, or by its id alone, which is one "
                + $"of {CommonOptions.DefaultFramework} if it has it; or a resource type such as aws.iam.user: its "
                + "fields.",
        };
        var folder = CommonOptions.Policies();
        var command = new Command("show", "Show everything about a policy, a control, a framework or a resource type.")
        {
            subject, folder,
        };
        command.SetAction(result => Run(host, result.GetRequiredValue(subject), result.GetValue(folder)));
        return command;
    }

    private static int Run(CliHost host, string subject, string? folder)
    {
        if (PolicyCatalog.Load(host, folder) is not { } library)
            return ExitCodes.UnusableInput;

        using var output = CliHost.TextOver(host.Output);
        var terminal = new TerminalWriter(output, host.OutputStyle);
        var page = new PolicyPage(terminal, library);
        if (library.FindPolicy(subject) is { } policy)
        {
            page.Write(policy);
            return ExitCodes.Success;
        }

        if (library.FindFramework(subject) is { } whole)
        {
            FrameworkConsole.Write(terminal, whole);
            return ExitCodes.Success;
        }

        if (ResourceSchema.FindRecord(subject) is { } type)
        {
            ResourcePage.Write(terminal, type);
            return ExitCodes.Success;
        }

        var named = Controls(library).Where(c => c.Control.Id == subject || NameOf(c) == subject).ToList();
        if (named.Count == 0)
            throw UsageException.Unknown(UsageDescriptors.UnknownSubject, subject, Names(library));

        // Many frameworks have a control 1.4: the one that is meant where none is named goes before the others.
        var meant = named.Where(c => c.Framework.Name == CommonOptions.DefaultFramework).ToList();
        var shown = meant.Count > 0 ? meant : named;
        foreach (var (framework, control) in shown)
            page.Write(framework, control);
        if (shown.Count < named.Count)
            terminal.WriteWrapped($"Others: {string.Join(", ", named.Except(shown).Select(NameOf))}", 0, Tone.Quiet);
        return ExitCodes.Success;
    }

    private static IEnumerable<string> Names(PolicyLibrary library) =>
        library.Policies.Select(policy => policy.Name)
            .Concat(library.Frameworks.Select(framework => framework.Name))
            .Concat(ResourceSchema.Records.Select(type => type.Name))
            .Concat(Controls(library).Select(NameOf));

    private static string NameOf((Framework Framework, FrameworkControl Control) place) =>
        $"{place.Framework.Name}/{place.Control.Id}";

    private static IEnumerable<(Framework Framework, FrameworkControl Control)> Controls(PolicyLibrary library) =>
        library.Frameworks.SelectMany(framework => framework.Controls.Select(control => (framework, control)));
}
