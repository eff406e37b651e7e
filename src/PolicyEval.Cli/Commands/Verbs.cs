using System.CommandLine;
using System.CommandLine.Help;

namespace PolicyEval.Cli.Commands;

/// <summary>The commands of the program.</summary>
internal static class Verbs
{
    public static RootCommand Create(CliHost host, CancellationToken cancellationToken)
    {
        var root = new RootCommand(
            "Applies policies to evidence of AWS accounts that was collected earlier, offline, and gives verdicts that "
            + "cite file, line and column.");
        root.Subcommands.Add(EvaluateCommand.Create(host, cancellationToken));
        root.Subcommands.Add(ReportCommand.Create(host));
        root.Subcommands.Add(PackCommand.Create(host, cancellationToken));
        root.Subcommands.Add(RecheckCommand.Create(host, cancellationToken));
        root.Subcommands.Add(SampleCommand.Create(host));
        root.Subcommands.Add(ExplainCommand.Create(host, cancellationToken));
        root.Subcommands.Add(DiffCommand.Create(host, cancellationToken));
        root.Subcommands.Add(PeriodCommand.Create(host, cancellationToken));
        root.Subcommands.Add(CompileCommand.Create(host));
        root.Subcommands.Add(CheckCommand.Create(host));
        root.Subcommands.Add(TestCommand.Create(host, cancellationToken));
        root.Subcommands.Add(ListCommand.Create(host));
        root.Subcommands.Add(CoverageCommand.Create(host));
        root.Subcommands.Add(ShowCommand.Create(host));
        root.Subcommands.Add(WaiverCommand.Create(host));
        root.Subcommands.Add(SchemaCommand.Create(host));
        root.Subcommands.Add(VerifyCommand.Create(host, cancellationToken));
        root.Subcommands.Add(SealCommand.Create(host, cancellationToken));
        root.Subcommands.Add(SignCommand.Create(host, cancellationToken));
        root.Subcommands.Add(KeygenCommand.Create(host));

        foreach (var option in root.Options)
        {
            if (option is HelpOption)
                option.Action = new HelpWithExamples(host.OutputStyle.Width);
            else if (option is VersionOption)
                option.Action = new VersionAction();
        }

        return root;
    }
}
