using PolicyEval.Language.Analysis;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Library;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Text;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Testing;

namespace PolicyEval.Language.Tests.Analysis;

/// <summary>Compiles marked expressions with warnings: the marks say which diagnostics stand where.</summary>
internal static class Analysis
{
    private static readonly RecordSymbol Row = new(
        "test.row",
        new FieldSymbol("active", CelType.Bool, 0) { IsEvidence = true, Domain = Cell },
        new FieldSymbol("used", CelType.Wrapper(CelType.Timestamp), 1) { IsEvidence = true, Domain = Cell },
        new FieldSymbol("made", CelType.Wrapper(CelType.Timestamp), 2) { IsEvidence = true, Domain = Cell },
        new FieldSymbol("region", CelType.Wrapper(CelType.String), 3) { IsEvidence = true },
        new FieldSymbol("keys", CelType.Int, 4) { IsEvidence = true, Domain = new FieldDomain { IsCount = true } },
        new FieldSymbol("partition", CelType.String, 5)
        {
            IsEvidence = true,
            Domain = new FieldDomain { Values = ["aws", "aws-cn"] },
        });

    private static readonly RecordSymbol Params = new(
        "test.params",
        new FieldSymbol("limit", CelType.Int, 0) { Constant = CelValue.Of(90) },
        new FieldSymbol("pattern", CelType.String, 1) { Constant = CelValue.Of("(") },
        new FieldSymbol("mode", CelType.String, 2)
        {
            Constant = CelValue.Of("fail"),
            Domain = new FieldDomain { Values = ["fail", "pass"] },
        });

    private static readonly RecordSymbol Owner = new("test.owner", new FieldSymbol("row", Row.Type, 0));

    private static FieldDomain Cell => new() { Tokens = ["N/A", "no_information", "not_supported", ""] };

    public static CelEnvironment Environment { get; } = CelEnvironment.Empty
        .WithLibraries(CelLibraries.All)
        .WithRecords(Row, Params, Owner)
        .WithVariable("row", Row.Type)
        .WithVariable("rows", CelType.List(Row.Type))
        .WithVariable("params", Params.Type)
        .WithVariable("owner", Owner.Type)
        .WithVariable("asOf", CelType.Timestamp)
        .WithVariable("a", CelType.Bool)
        .WithVariable("b", CelType.Bool)
        .WithVariable("i", CelType.Int)
        .WithVariable("x", CelType.Double)
        .WithVariable("s", CelType.String);

    public static CelAssumptions Assumptions { get; } = CelAssumptions.None.WithClock("asOf");

    public static CelCompilation Compile(
        string text, CelType? expected = null, CelAssumptions? assumptions = null) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), Environment, expected, assumptions ?? Assumptions);

    /// <summary>Asserts that exactly the marked diagnostics are reported, and answers them.</summary>
    public static IReadOnlyList<Diagnostic> AssertFinds(
        string marked, CelType? expected = null, CelAssumptions? assumptions = null)
    {
        var text = MarkedText.Parse(marked);
        var found = Compile(text.Text, expected, assumptions).Diagnostics;
        Assert.Equal(
            text.Spans.Select(s => $"{s.Name} {s.Start + 1}-{s.End + 1}"),
            found.Select(d => $"{d.Id} {d.Location.Column}-{d.Location.EndColumn}"));
        return found;
    }
}
