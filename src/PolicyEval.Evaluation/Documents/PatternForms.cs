using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Documents;

/// <summary>The forms of names that may be patterns: <c>*</c> for any text, <c>?</c> for one character.</summary>
internal static partial class PatternForms
{
    /// <summary>The longest ARN of IAM (ListPolicies: arnType) has 2048 characters.</summary>
    private const int LengthMax = 2048;

    /// <summary>The name of a policy.</summary>
    public static TextForm Policy { get; } = new()
    {
        IsQuoted = true,
        Owner = "a policy",
        Pattern = PolicyPattern(),
        PatternWords = "it takes lower-case letters and digits, joined by \"-\", and the wildcards \"*\" and \"?\"",
        LengthMax = LengthMax,
    };

    /// <summary>The id of an account, which YAML would take for a number.</summary>
    public static TextForm Account { get; } = new()
    {
        IsQuoted = true,
        Owner = "an account",
        Pattern = AccountPattern(),
        PatternWords = "it takes 12 digits in quotes; the wildcards \"*\" and \"?\" stand for some of them",
        LengthMax = LengthMax,
    };

    /// <summary>The name or the ARN of a resource.</summary>
    public static TextForm Resource { get; } = new()
    {
        IsQuoted = true,
        Owner = "a resource",
        Pattern = ResourcePattern(),
        PatternWords = "it takes a name or an ARN in one line, with the wildcards \"*\" and \"?\"",
        LengthMax = LengthMax,
    };

    /// <summary>A control with its framework.</summary>
    public static TextForm Control { get; } = new()
    {
        IsQuoted = true,
        Owner = "a control",
        Pattern = ControlPattern(),
        PatternWords = "it takes framework/id, as in cis_v130/1.14, with the wildcards \"*\" and \"?\"",
        LengthMax = LengthMax,
    };

    [GeneratedRegex("^[a-z0-9*?-]+$")]
    private static partial Regex PolicyPattern();

    [GeneratedRegex("^([0-9]{12}|[0-9]*[*?][0-9*?]*)$")]
    private static partial Regex AccountPattern();

    [GeneratedRegex("^[^\\s](.*[^\\s])?$")]
    private static partial Regex ResourcePattern();

    [GeneratedRegex("^[^/\\s]+/[^/\\s]([^/\\r\\n]*[^/\\s])?$")]
    private static partial Regex ControlPattern();
}
