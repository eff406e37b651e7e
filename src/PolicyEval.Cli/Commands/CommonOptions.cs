using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEval.Cli.Diagnostics;

namespace PolicyEval.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    /// <summary>What a SNAPSHOT may be.</summary>
    public const string SnapshotDescription =
        "A sealed snapshot (folder or zip), a credential report (CSV, or the JSON that 'aws iam "
        + "get-credential-report' prints), a folder with the outputs of the AWS CLI, or '-' for standard "
        + "input.";

    /// <summary>The framework that is meant where none is named.</summary>
    public const string DefaultFramework = "cis_v130";

    private const string Console = "console";
    private const string Json = "json";

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

    public static Option<string[]> Frameworks() =>
        Many("--framework", "NAME", $"A framework to judge by [default: {DefaultFramework}].");

    public static Option<string?> Settings() => One(
        "--settings", "FILE",
        "Severities and parameters of your own [default: policyeval.yaml in the folder of the policies, if any].");

    public static Option<string[]> Waivers() => Many(
        "--waivers", "PATH", "A file or folder with waivers: documents of kind Waiver. May be repeated.");

    public static Option<string?> AsOf(string whoseAges = "ages") => One(
        "--as-of", "TIME",
        $"The instant at which {whoseAges} are measured: RFC 3339, or a date, which means 00:00:00 UTC of that day.");

    public static Option<string[]> Sets() =>
        Many("--set", "POLICY.PARAM=VALUE", "A parameter of a policy; every report says so.");

    /// <summary>The frameworks given, else the default one.</summary>
    public static ImmutableArray<string> FrameworksOf(string[]? named) =>
        named is { Length: > 0 } ? [.. named] : [DefaultFramework];

    public static Option<string?> Format() => One("--format", "NAME", $"{Console} or {Json} [default: {Console}].");

    /// <summary>Whether the value of <see cref="Format"/> asks for JSON.</summary>
    /// <exception cref="UsageException">It is no format.</exception>
    public static bool IsJson(string? format) => format switch
    {
        null or Console => false,
        Json => true,
        _ => throw UsageException.Unknown(UsageDescriptors.NoSuchFormat, format, [Console, Json]),
    };

    public static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore };

    public static Option<string?> One(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    public static Option<bool> Flag(string name, string description) =>
        new(name) { Arity = ArgumentArity.Zero, Description = description };

    /// <summary>Refuses an empty name of a snapshot.</summary>
    public static void RefuseNameless(ArgumentResult result)
    {
        if (result.Tokens.Any(token => token.Value.Length == 0))
            result.AddError("a SNAPSHOT without a name was given");
    }
}
