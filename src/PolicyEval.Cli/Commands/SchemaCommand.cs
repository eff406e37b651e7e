using System.CommandLine;
using System.IO.Compression;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Schemas;

namespace PolicyEval.Cli.Commands;

/// <summary><c>policyeval schema</c>: the JSON Schemas, of what authors write and of what the program writes.</summary>
internal static class SchemaCommand
{
    private const string Policy = "policy";

    /// <summary>The schemas that are files of this program.</summary>
    private static readonly string[] OfOutput =
        ["report", "comparison", "period", "explanation", "verification", "catalogue"];

    public static Command Create(CliHost host)
    {
        var name = new Argument<string>("NAME")
        {
            DefaultValueFactory = _ => Policy,
            Description =
                "policy: all YAML documents, for editors. What --format json writes: report of evaluate, comparison "
                + "of diff, period of period, explanation of explain, verification of verify, catalogue of list and "
                + "coverage.",
        };
        var command = new Command("schema", "Print a JSON Schema.") { name };
        command.SetAction(result => Run(host, result.GetRequiredValue(name)));
        return command;
    }

    private static int Run(CliHost host, string name)
    {
        if (name != Policy && !OfOutput.Contains(name))
            throw UsageException.Unknown(UsageDescriptors.UnknownSchema, name, [Policy, .. OfOutput]);

        using var output = CliHost.TextOver(host.Output);
        output.Write(name == Policy ? DocumentSchema.Write() : ReadFile(name));
        return ExitCodes.Success;
    }

    private static string ReadFile(string name)
    {
        var file = name + ".schema.json.deflated";
        using var stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} cannot be opened.");
        using var reader = new StreamReader(new DeflateStream(stream, CompressionMode.Decompress));
        return reader.ReadToEnd();
    }
}
