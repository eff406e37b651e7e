using PolicyEval.Language.Tests.Binding;
using PolicyEval.Language.Text;
using PolicyEval.Language.Trees;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Tests.Emit;

/// <summary>An observer sees every node that is evaluated, with its value and the cells that decided it.</summary>
public class ObserverTests
{
    [Fact]
    public void Every_node_is_seen_after_its_children()
    {
        var seen = Run("b && i + 1 == 4", out var value);

        Assert.True(value.IsTrue);
        Assert.Equal(
            ["b = true", "i = 3", "1 = 1", "i + 1 = 4", "4 = 4", "i + 1 == 4 = true", "b && i + 1 == 4 = true"], seen);
    }

    [Fact]
    public void What_a_short_way_out_skips_is_not_seen() =>
        Assert.Equal(["b = true", "b || i == 1 = true"], Run("b || i == 1", out _));

    [Fact]
    public void A_node_in_a_loop_is_seen_in_each_turn() =>
        Assert.Equal(
            ["[1, 2] = [1, 2]", "e = 1", "e = 2"],
            Run("[1, 2].map(e, e)", out _).Where(s => s.Split(" = ")[0] is "e" or "[1, 2]"));

    [Fact]
    public void Nothing_is_folded_away() =>
        Assert.Contains("1 + 1 = 2", Run("i == 1 + 1", out _));

    [Fact]
    public void The_cells_are_those_that_decided()
    {
        var seen = Run("!row.active || row.count == 2", out _, withCells: true);

        Assert.Contains("row.active = true [1]", seen);
        Assert.Contains("!row.active || row.count == 2 = true [5]", seen);
    }

    [Fact]
    public void The_tree_has_kinds_names_and_slots()
    {
        var tree = Compile("has(row.last_used) ? row.name : 'none'").Tree;

        Assert.Equal(CelNodeKind.Conditional, tree.Kind);
        Assert.Equal((CelNodeKind.Presence, "last_used", 3), Facts(tree.Children[0]));
        Assert.Equal((CelNodeKind.Field, "name", 0), Facts(tree.Children[1]));
        Assert.Equal((CelNodeKind.Constant, "", -1), Facts(tree.Children[2]));
        Assert.Equal(6, tree.DescendantsAndSelf().Count());
    }

    private static (CelNodeKind, string, int) Facts(CelNode node) => (node.Kind, node.Name, node.Slot);

    private static CompiledExpression Compile(string text) =>
        CelCompiler.Compile(EmbeddedText.Whole(text), TestEnvironment.Instance).Expression!;

    private static List<string> Run(string text, out CelValue value, bool withCells = false)
    {
        var row = new TestRow(
            CelValue.Of("n"), CelValue.True, CelValue.False, CelValue.Null, CelValue.Null, CelValue.Of(2));
        var frame = Evaluation.Frame(("row", CelValue.Of(row)), ("b", CelValue.True), ("i", CelValue.Of(3)));
        frame.Trace = new CelTrace();
        var observer = new Recorder(text, withCells);
        frame.Observer = observer;
        value = Compile(text).Evaluate(frame);
        return observer.Seen;
    }

    private sealed class Recorder(string text, bool withCells) : CelObserver
    {
        public List<string> Seen { get; } = [];

        public override void Observe(CelNode node, CelValue value, ReadOnlySpan<CelCell> cells)
        {
            var slots = withCells ? $" [{string.Join(", ", cells.ToArray().Select(c => c.Slot))}]" : "";
            Seen.Add($"{text.Substring(node.Span.Start, node.Span.Length)} = {value}{slots}");
        }
    }
}
