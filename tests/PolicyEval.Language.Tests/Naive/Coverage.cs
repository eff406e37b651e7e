using System.Globalization;
using PolicyEval.Language.Binding;
using PolicyEval.Language.Tests.Naive.Cases;
using PolicyEval.Language.Tests.Naive.Values;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>What the random expressions reached, so that a generator that makes nothing is no success.</summary>
internal sealed class Coverage
{
    private const int PartsMin = 8;
    private const int ValuesMin = 50;

    // Operators that are nodes of their own; nodes that are made of mistakes, or by lowering.
    private static readonly string[] Logic = ["_&&_", "_||_", "!_", "_?_:_"];
    private static readonly BoundNodeKind[] NeverBound =
    [
        BoundNodeKind.Error, BoundNodeKind.Failure, BoundNodeKind.Comparison, BoundNodeKind.Equality,
        BoundNodeKind.Observed,
    ];

    private readonly Dictionary<string, int> _parts = [];
    private readonly Dictionary<string, int> _values = [];
    private readonly Dictionary<string, int> _results = [];
    private int _expressions;
    private int _refused;
    private int _cases;

    public Coverage() => Observer = new ValueCounter(_values);

    /// <summary>Counts the values of the nodes that it sees.</summary>
    public CelObserver Observer { get; }

    /// <summary>Counts an expression and its parts.</summary>
    public void Count(CelCompilation compilation)
    {
        _expressions++;
        if (compilation.Expression is null)
            _refused++;
        else
            Count(compilation.Bound.Root);
    }

    /// <summary>Counts a case.</summary>
    public void Count(Outcome outcome)
    {
        _cases++;
        Add(_results, outcome.Value switch
        {
            Fault => "error",
            Missing => "unknown",
            true => "true",
            false => "false",
            _ => "other value",
        });
    }

    /// <summary>Everything that the language has is reached, and so are all kinds of results.</summary>
    public void AssertReached()
    {
        string[] few =
        [
            .. ExpectedParts().Where(part => _parts.GetValueOrDefault(part) < PartsMin),
            .. ExpectedValues().Where(name => _values.GetValueOrDefault(name) < ValuesMin)
                .Select(name => $"values of {name}"),
        ];
        Assert.True(few.Length == 0, $"reached hardly or not at all: {string.Join(", ", few)}");
        Assert.All(["true", "false", "unknown"], result => Assert.InRange(Share(result), 0.03, 0.25));
        Assert.InRange(Share("error"), 0.1, 0.4);
        Assert.InRange(_refused, 0, _expressions / 20);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(DifferentialTests)}: {_cases} cases of {_expressions} expressions ({_refused} refused): ")
        + string.Join(", ", _results.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Value} {r.Key}"));

    private double Share(string result) => (double)_results.GetValueOrDefault(result) / _cases;

    private static IEnumerable<string> ExpectedParts() =>
    [
        .. CaseWorld.Environment.Functions.Where(function => !Logic.Contains(function.Name))
            .SelectMany(function => function.Overloads).Select(overload => overload.Id),
        .. Enum.GetValues<BoundNodeKind>().Except(NeverBound).Select(kind => $"{kind}"),
        .. Enum.GetValues<EvidenceMacro>().Select(macro => $"{macro}"),
        .. Enum.GetValues<ComprehensionKind>().Select(loop => $"{loop} of {VariablesOf(loop)[0]}"),
        .. Enum.GetValues<ComprehensionKind>().Select(loop => $"{loop} of {VariablesOf(loop)[^1]}"),
    ];

    /// <summary>How many variables a loop may have.</summary>
    private static int[] VariablesOf(ComprehensionKind loop) => loop switch
    {
        ComprehensionKind.Filter => [1],
        ComprehensionKind.TransformMap or ComprehensionKind.TransformMapEntry => [2],
        _ => [1, 2],
    };

    private static IEnumerable<string> ExpectedValues() =>
    [
        .. CaseWorld.Environment.Functions.Select(function => function.Name).Except(Logic),
        .. Enum.GetValues<CelNodeKind>().Except([CelNodeKind.Call, CelNodeKind.Failure]).Select(kind => $"{kind}"),
    ];

    private void Count(BoundExpression node)
    {
        Add(_parts, $"{node.Kind}");
        foreach (var child in node.Children)
            Count(child);
        switch (node)
        {
            case BoundCall call:
                foreach (var overload in call.Overloads)
                    Add(_parts, overload.Id);
                break;
            case BoundComprehension loop:
                Add(_parts, $"{loop.Loop} of {loop.Variables.Length}");
                break;
            case BoundEvidence evidence:
                Add(_parts, $"{evidence.Macro}");
                break;
        }
    }

    private static void Add(Dictionary<string, int> counts, string name) =>
        counts[name] = counts.GetValueOrDefault(name) + 1;

    private sealed class ValueCounter(Dictionary<string, int> counts) : CelObserver
    {
        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
            if (value.IsValue)
                Add(counts, node.Kind == CelNodeKind.Call ? node.Name : $"{node.Kind}");
        }
    }
}
