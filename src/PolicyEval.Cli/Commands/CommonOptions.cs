using System.CommandLine;

namespace PolicyEval.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Policies()
    {
        var folder = new Option<string?>("--policies")
        {
            HelpName = "DIR",
            Description = "A folder with policies and frameworks of your own, beside the bundled ones.",
        };
        folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }])
                result.AddError("--policies names no folder");
        });
        return folder;
    }
}
