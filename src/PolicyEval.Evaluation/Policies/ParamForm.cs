using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using PolicyEval.Evaluation.Documents;

namespace PolicyEval.Evaluation.Policies;

/// <summary>The keys of a parameter.</summary>
internal static partial class ParamForm
{
    private const string Minimum = "minimum";

    private const string Maximum = "maximum";

    private const string Enum = "enum";

    private const string Default = "default";

    private static readonly ImmutableArray<ParamType> Types = [.. System.Enum.GetValues<ParamType>()];

    // No text is a text: a list of which nobody is one.
    private static readonly TextForm Text = new() { MayBeEmpty = true };

    private static readonly TextForm DurationText = new() { IsQuoted = true, Pattern = Duration() };

    /// <summary>A value of <c>params</c>.</summary>
    public static MappingForm Param { get; } = new(
        "A parameter",
        KeyForm.Required(
            "type", new ChoiceForm<ParamType>([.. Types.Select(type => (ParamText.NameOf(type), type))]),
            "The type. A `duration` is written as `36h` or `1h30m`; a list is a `string` that "
            + "expressions split: `params.x.split(',')`."),
        KeyForm.Required(
            Default, Text, "The value where nobody sets another one; it fits the type, the range and the list.", "90"),
        KeyForm.Optional("description", TextForm.Any, "What the parameter changes, in one line."),
        KeyForm.Optional(Minimum, new NumberForm(), "The least value; for `int`.", "1"),
        KeyForm.Optional(Maximum, new NumberForm(), "The greatest value; for `int`.", "3650"),
        KeyForm.Optional(
            Enum, new ListForm(TextForm.Any) { IsSet = true }, "The only values allowed; for `string`.",
            "[fail, pass]"))
    {
        Variants = new FormVariants("type", [.. Types.Select(VariantOf)]),
    };

    private static FormVariant VariantOf(ParamType type) => type switch
    {
        ParamType.Bool => Variant(type, new BoolForm(), Minimum, Maximum, Enum),
        ParamType.Int => Variant(type, new NumberForm(), Enum),
        ParamType.String => Variant(type, Text, Minimum, Maximum),
        ParamType.Duration => Variant(type, DurationText, Minimum, Maximum, Enum),
        _ => throw new UnreachableException($"{type}"),
    };

    private static FormVariant Variant(ParamType type, ValueForm value, params ImmutableArray<string> excluded) =>
        new(ParamText.NameOf(type), excluded) { Narrower = (Default, value) };

    [GeneratedRegex("^(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|ms|h|m|s))+$")]
    private static partial Regex Duration();
}
