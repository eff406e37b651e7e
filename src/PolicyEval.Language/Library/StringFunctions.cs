using System.Collections.Immutable;
using PolicyEval.Language.Library.RegularExpressions;
using PolicyEval.Language.Library.Strings;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library;

/// <summary>The standard functions on strings.</summary>
internal static class StringFunctions
{
    public static ImmutableArray<FunctionSymbol> All { get; } =
    [
        new("contains", [Test("contains_string", (text, part) => TextSearch.First(text, part, 0) >= 0)])
        {
            Documentation = "Whether the string has the argument as a part.",
        },
        new("startsWith", [Test("starts_with_string", (text, part) => text.StartsWith(part, StringComparison.Ordinal))])
        {
            Documentation = "Whether the string begins with the argument.",
        },
        new("endsWith", [Test("ends_with_string", (text, part) => text.EndsWith(part, StringComparison.Ordinal))])
        {
            Documentation = "Whether the string ends with the argument.",
        },
        new("matches",
        [
            Overload.Function("matches", CelType.String, CelType.String, CelType.Bool, Matches) with
            {
                Checks = [RegexLibrary.OfPattern],
                Specialize = Matcher,
            },
            Overload.Method("matches_string", CelType.String, CelType.String, CelType.Bool, Matches) with
            {
                Checks = [RegexLibrary.OfPattern],
                Specialize = Matcher,
            },
        ])
        {
            Documentation = "Whether a part of the string matches the regular expression (RE2 syntax).",
        },
    ];

    private static OverloadSymbol Test(string id, Func<string, string, bool> test) =>
        Overload.Method(id, CelType.String, CelType.String, CelType.Bool, (text, part) =>
            text.Kind == CelKind.String && part.Kind == CelKind.String
                ? CelValue.Of(test(text.AsString, part.AsString))
                : CelErrors.NoOverload(id, text, part));

    private static CelValue Matches(CelValue text, CelValue pattern) =>
        text.Kind == CelKind.String && pattern.Kind == CelKind.String
            ? Re2.IsMatch(text.AsString, pattern.AsString)
            : CelErrors.NoOverload("matches", text, pattern);

    /// <summary>The test for one pattern, compiled once; null for a pattern that is none.</summary>
    private static UnaryBody? Matcher(CelValue pattern) =>
        pattern.Kind == CelKind.String && Re2.TryCompile(pattern.AsString, out var regex, out _, out _)
            ? text => CelValue.Of(regex!.IsMatch(text.AsString))
            : null;
}
