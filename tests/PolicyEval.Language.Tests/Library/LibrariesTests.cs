using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;

namespace PolicyEval.Language.Tests.Library;

public sealed class LibrariesTests
{
    private static readonly OverloadSymbol[] Overloads =
        [.. CelLibraries.All.SelectMany(l => l.Functions).SelectMany(f => f.Overloads)];

    [Fact]
    public void Overload_ids_and_names_of_libraries_are_unique()
    {
        Assert.Equal(Overloads.Length, Overloads.Select(o => o.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(CelLibraries.All.Length, CelLibraries.All.Select(l => l.Name).Distinct().Count());
    }

    [Fact]
    public void Every_function_has_a_documentation_of_one_sentence_or_more() =>
        Assert.All(
            CelEnvironment.Empty.WithLibraries(CelLibraries.All).Functions,
            function => Assert.EndsWith(".", function.Documentation, StringComparison.Ordinal));

    [Fact]
    public void Overloads_of_one_function_do_not_overlap_across_libraries()
    {
        var environment = CelEnvironment.Empty.WithLibraries(CelLibraries.All);
        Assert.All(environment.Functions, function =>
        {
            var shapes = function.Overloads
                .Where(o => !o.IsGeneral)
                .Select(o => $"{o.IsMethod}({string.Join(",", o.Parameters.Select(p => p.ToString()))})")
                .ToArray();
            Assert.Equal(shapes.Length, shapes.Distinct(StringComparer.Ordinal).Count());
        });
    }

    [Fact]
    public void An_overload_has_the_body_of_its_number_of_arguments() =>
        Assert.All(
            Overloads.Where(o => o.Id is not ("logical_and" or "logical_or" or "conditional")),
            overload => Assert.True(
                overload switch
                {
                    { IsVariadic: true } => overload.Variadic is not null,
                    { Parameters.Length: 1 } => overload.Unary is not null,
                    { Parameters.Length: 2 } => overload.Binary is not null,
                    _ => overload.Variadic is not null,
                },
                overload.Id));
}
