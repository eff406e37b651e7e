using System.Collections.Immutable;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using static PolicyEval.Language.Types.CelType;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>The extension "regex": parts that match, and their replacement. The ids are those of cel-go.</summary>
internal static class RegexLibrary
{
    /// <summary>The second argument is a pattern.</summary>
    public static ArgumentCheck OfPattern { get; } = new(1, pattern =>
        Re2.TryCompile(pattern.AsString, out _, out var error, out var offset) ? null : new(error, offset));

    private static readonly ArgumentCheck OfOneGroup = new(1, pattern =>
        Re2.TryCompile(pattern.AsString, out var regex, out _, out _) && regex!.GroupCount > 1
            ? new ArgumentFault(RegexFunctions.SeveralGroups)
            : null);

    private static readonly ArgumentCheck OfReplacement = new(2, text => Replacement.Parse(text.AsString).Fault);

    private static readonly ImmutableArray<FunctionSymbol> Functions =
    [
        new("regex.replace",
        [
            Replace("regex_replace_string_string_string", CelType.String, CelType.String, CelType.String),
            Replace("regex_replace_string_string_string_int", CelType.String, CelType.String, CelType.String, Int),
        ])
        {
            Documentation =
                "The string with each match replaced, or the first ones if a number is given; \\1 to \\9 stand for "
                + "groups, \\0 for the match.",
        },
        new("regex.extract",
        [
            Overload.Function(
                "regex_extract_string_string",
                CelType.String,
                CelType.String,
                Optional(CelType.String),
                RegexFunctions.Extract) with
            {
                Checks = [OfPattern, OfOneGroup],
            },
        ])
        {
            Documentation = "The first match, or its group if the pattern has one, as an optional.",
        },
        new("regex.extractAll",
        [
            Overload.Function(
                "regex_extractAll_string_string",
                CelType.String,
                CelType.String,
                List(CelType.String),
                RegexFunctions.ExtractAll) with
            {
                Checks = [OfPattern, OfOneGroup],
            },
        ])
        {
            Documentation = "All matches, or their groups if the pattern has one.",
        },
    ];

    /// <summary>All functions of the extension.</summary>
    public static CelLibrary Instance { get; } = new("regex", Functions);

    private static OverloadSymbol Replace(string id, params ImmutableArray<CelType> parameters) =>
        new(id, false, parameters, CelType.String)
        {
            Variadic = RegexFunctions.Replace,
            Checks = [OfPattern, OfReplacement],
        };
}
