using System.Text.RegularExpressions;

namespace PolicyEval.Evaluation.Documents;

/// <summary>The forms of names, each with its pattern and the words for it.</summary>
internal static partial class NameForms
{
    /// <summary>The longest name of any kind.</summary>
    private const int LengthMax = 80;

    /// <summary>The name of a policy.</summary>
    public static TextForm Policy { get; } = Joined("a policy");

    /// <summary>The name of a waiver.</summary>
    public static TextForm Waiver { get; } = Joined("a waiver");

    /// <summary>The name of settings.</summary>
    public static TextForm Settings { get; } = Joined("settings");

    /// <summary>The name of an organisational unit.</summary>
    public static TextForm Unit { get; } = new()
    {
        IsQuoted = true,
        Owner = "a unit",
        Pattern = UnitPattern(),
        PatternWords = "it takes letters and digits, joined by \"-\", \"_\" or \"/\"",
        LengthMax = LengthMax,
    };

    /// <summary>The name of a match condition.</summary>
    public static TextForm MatchCondition { get; } = Joined("a match condition");

    /// <summary>The name of a variable.</summary>
    public static TextForm Variable { get; } = Identifier("a variable");

    /// <summary>The name of a parameter.</summary>
    public static TextForm Param { get; } = Identifier("a parameter");

    /// <summary>The name of a framework: as a policy's, or joined by underscores.</summary>
    public static TextForm Framework { get; } = new()
    {
        IsQuoted = true,
        Owner = "a framework",
        Pattern = FrameworkPattern(),
        PatternWords = "it takes lower-case letters and digits, joined by \"-\" or \"_\"",
        LengthMax = LengthMax,
    };

    /// <summary>A reason code.</summary>
    public static TextForm Reason { get; } = new()
    {
        IsQuoted = true,
        Owner = "a reason",
        Pattern = ReasonPattern(),
        PatternWords = "it takes an upper-case letter, then letters and digits, as in ActiveKey",
        LengthMax = LengthMax,
    };

    private static TextForm Joined(string owner) => new()
    {
        IsQuoted = true,
        Owner = owner,
        Pattern = JoinedPattern(),
        PatternWords = "it takes lower-case letters and digits, joined by \"-\"",
        LengthMax = LengthMax,
    };

    private static TextForm Identifier(string owner) => new()
    {
        IsQuoted = true,
        Owner = owner,
        Pattern = IdentifierPattern(),
        PatternWords = "it takes a letter, then letters, digits and \"_\", because expressions select it",
        LengthMax = LengthMax,
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex JoinedPattern();

    [GeneratedRegex("^[a-z0-9]+((-[a-z0-9]+)*|(_[a-z0-9]+)*)$")]
    private static partial Regex FrameworkPattern();

    [GeneratedRegex("^[A-Za-z0-9]+([-_/][A-Za-z0-9]+)*$")]
    private static partial Regex UnitPattern();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex ReasonPattern();
}
