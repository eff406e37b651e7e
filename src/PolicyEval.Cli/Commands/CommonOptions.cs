using System.CommandLine;

namespace PolicyEval.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Policies() => new("--policies")
    {
        HelpName = "DIR",
        Description = "A folder with policies and frameworks of your own, beside the bundled ones.",
    };
}
