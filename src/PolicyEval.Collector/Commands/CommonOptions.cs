using System.CommandLine;

namespace PolicyEval.Collector.Commands;

/// <summary>Makes options.</summary>
internal static class CommonOptions
{
    /// <summary>An option with one value, given at most once.</summary>
    public static Option<string?> One(string name, string value, string description)
    {
        var option = new Option<string?>(name)
        {
            HelpName = value,
            Description = description,
            Arity = ArgumentArity.ExactlyOne,
        };
        option.Validators.Add(result =>
        {
            if (result.IdentifierTokenCount > 1)
                result.AddError($"{name} is given more than once");
            else if (result.Tokens is [{ Value: "" }])
                result.AddError($"{name} has no value");
        });
        return option;
    }

    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The region, which several commands know.</summary>
    public static Option<string?> Region() => One(
        "--region", "REGION", "The region to sign for; it also decides the partition (aws, aws-us-gov, aws-cn).");
}
