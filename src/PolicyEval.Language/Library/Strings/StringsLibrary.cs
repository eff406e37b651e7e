using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library.Strings;

/// <summary>
/// The door of the folder: the extension "strings" (cel-go ext/README and the specification of <c>format</c>). Offsets
/// count code points; one out of range is an error. The ids are those of cel-go.
/// </summary>
internal static class StringsLibrary
{
    private static readonly CelType ListOfString = List(CelType.String);

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("charAt", [Overload.Method("string_char_at_int", CelType.String, Int, CelType.String, Searching.CharAt)])
        {
            Documentation = "The character at an offset; the empty string at the end.",
        },
        new("indexOf",
        [
            Overload.Method("string_index_of_string", CelType.String, CelType.String, Int, Searching.IndexOf),
            Method("string_index_of_string_int", Searching.IndexOfFrom, Int, CelType.String, Int),
        ])
        {
            Documentation = "The offset of the first occurrence, from an offset on if one is given; -1 for none.",
        },
        new("lastIndexOf",
        [
            Overload.Method("string_last_index_of_string", CelType.String, CelType.String, Int, Searching.LastIndexOf),
            Method("string_last_index_of_string_int", Searching.LastIndexOfUpTo, Int, CelType.String, Int),
        ])
        {
            Documentation = "The offset of the last occurrence, not behind an offset if one is given; -1 for none.",
        },
        new("substring",
        [
            Overload.Method("string_substring_int", CelType.String, Int, CelType.String, Searching.Substring),
            Method("string_substring_int_int", Searching.SubstringTo, CelType.String, Int, Int),
        ])
        {
            Documentation = "The part from an offset on, up to a second offset if one is given.",
        },
        new("join",
        [
            Overload.Method("list_join", ListOfString, CelType.String, Splitting.Join),
            Overload.Method("list_join_string", ListOfString, CelType.String, CelType.String, Splitting.JoinWith),
        ])
        {
            Documentation = "The strings of a list in one, with a separator between them if one is given.",
        },
        new("split",
        [
            Overload.Method("string_split_string", CelType.String, CelType.String, ListOfString, Splitting.Split),
            Method("string_split_string_int", Splitting.SplitUpTo, ListOfString, CelType.String, Int),
        ])
        {
            Documentation = "The parts between the separators, at most as many as given; the last one is the rest.",
        },
        new("replace",
        [
            Method("string_replace_string_string", Replacing.Replace, CelType.String, CelType.String, CelType.String),
            Method(
                "string_replace_string_string_int",
                Replacing.Replace,
                CelType.String,
                CelType.String,
                CelType.String,
                Int),
        ])
        {
            Documentation = "The string with each occurrence replaced, or with the first ones if a number is given.",
        },
        new("lowerAscii", [Change("string_lower_ascii", Changing.LowerAscii)])
        {
            Documentation = "The string with A to Z as a to z; no other character is changed.",
        },
        new("upperAscii", [Change("string_upper_ascii", Changing.UpperAscii)])
        {
            Documentation = "The string with a to z as A to Z; no other character is changed.",
        },
        new("trim", [Change("string_trim", Changing.Trim)])
        {
            Documentation = "The string without white space (Unicode) at both ends.",
        },
        new("reverse", [Change("string_reverse", Changing.Reverse)])
        {
            Documentation = "The characters of a string, or the elements of a list, in reverse order.",
        },
        new("strings.quote",
        [
            Overload.Function("strings_quote", CelType.String, CelType.String, Changing.Quote),
        ])
        {
            Documentation = "The string in double quotes, with escapes for quotes, backslashes and control characters.",
        },
        new("format",
        [
            Overload.Method("string_format", CelType.String, List(Dyn), CelType.String, Formatting.Format) with
            {
                Checks = [new ArgumentCheck(0, text => FormatParser.Parse(text.AsString).Fault)],
            },
        ])
        {
            Documentation =
                "The text with each clause replaced by an element of the list: %s any value, %d %b %o %x integers, "
                + "%f %e numbers with a precision (%.2f), %% a percent sign.",
        },
    ];

    /// <summary>All functions of the extension.</summary>
    public static CelLibrary Instance { get; } = new("strings", Functions);

    private static OverloadSymbol Change(string id, UnaryBody body) =>
        Overload.Method(id, CelType.String, CelType.String, body);

    /// <summary>A method of a string with two arguments or more.</summary>
    private static OverloadSymbol Method(
        string id, VariadicBody body, CelType result, params ReadOnlySpan<CelType> arguments) =>
        new(id, true, [CelType.String, .. arguments], result)
        {
            Variadic = body,
        };
}
