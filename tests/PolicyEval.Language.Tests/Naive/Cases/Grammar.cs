using System.Collections.Concurrent;

namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>
/// How expressions are written: every operator, macro and function of the language, by the type of what it gives. Types
/// such as <c>pattern</c> are strings that mean something to a function.
/// </summary>
internal static partial class Grammar
{
    private static readonly ConcurrentDictionary<string, (IReadOnlyList<Production>, int)> ByType = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        .. new[] { Operators, Macros, Optionals, Conversions, Times, Strings, Numbers, Lists, Networks, Rows }
            .SelectMany(table => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(Production.Parse),
        .. CaseWorld.Fields.SelectMany(OfField),
    ];

    /// <summary>Those that give a type, with the sum of their weights.</summary>
    public static (IReadOnlyList<Production> Productions, int Weight) For(CaseType type) =>
        ByType.GetOrAdd(type.Text, _ =>
        {
            var fitting = All.Where(production => production.Result.Fits(type, [])).ToList();
            return (fitting, fitting.Sum(production => production.Weight));
        });

    /// <summary>What may be asked of a field of a row.</summary>
    private static IEnumerable<Production> OfField(CaseField field)
    {
        string[] lines =
        [
            $"{field.Type.Text}: ‹row›.{field.Name}",
            $"optional({field.Type.Text}): ‹row›.?{field.Name}",
            $"optional({field.Type.Text}): rows.first().{field.Name}",
            $"bool: has(‹row›.{field.Name})",
            .. field.IsNullable ? [$"nullable({field.Type.Text}): ‹row›.{field.Name}"] : Array.Empty<string>(),
            .. !field.IsEvidence ? Array.Empty<string>() :
            [
                $"bool: known(‹row›.{field.Name})",
                $"bool: known(token(‹row›.{field.Name}))",
                $"string: token(‹row›.{field.Name})",
                $"{field.Type.Text}: require(‹row›.{field.Name})",
                $"bool: missing(‹row›.{field.Name})",
            ],
        ];
        return lines.Select(Production.Parse);
    }
}
