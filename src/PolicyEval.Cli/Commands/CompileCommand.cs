using System.CommandLine;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval compile</c>: policies over credential reports as one statement of SQL.</summary>
internal static class CompileCommand
{
    private const string Sql = "sql";

    public static Command Create(CliHost host)
    {
        var options = new CompileOptions();
        var command = new Command(
            "compile",
            "Turn the policies over the columns of credential reports into one SQL statement, to run where an "
            + "organisation keeps its reports: it gives a row for each row of a report and each policy. Policies that "
            + "need other evidence are left out by name.");
        RuleOptions.Add(command, options.All);
        command.SetAction(result => Run(
            host, options.TargetOf(result), options.FilesOf(result), options.RulesOf(result), options.QueryOf(result)));
        return command;
    }

    private static int Run(
        CliHost host, string target, RuleFiles files, EvaluationRequest rules, QueryRequest query)
    {
        if (target != Sql)
            throw UsageException.Of(UsageDescriptors.WrongUsage, $"--target takes {Sql}, not '{target}'");
        var (library, request) = files.Load(rules);
        var compilation = QueryCompiler.Compile(library, request, query);
        host.Report(compilation.Diagnostics);
        if (compilation.Statement is { } statement)
        {
            using var output = CliHost.TextOver(host.Output);
            output.Write(statement);
        }

        return compilation.ExitCode;
    }
}
