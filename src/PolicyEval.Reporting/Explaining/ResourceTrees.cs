using PolicyEval.Evaluation.Explaining;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Reporting.Terminal;

namespace PolicyEval.Reporting.Explaining;

/// <summary>
/// Writes the rules of a policy for one resource: each as a tree with the sentence that says what decided. Every string
/// is made safe for a terminal.
/// </summary>
/// <param name="terminal">Takes the lines.</param>
/// <param name="snapshot">What tells the snapshot's files from those of others.</param>
public sealed class ResourceTrees(TerminalWriter terminal, SnapshotLabel snapshot)
{
    private const int TreeIndent = 2;

    /// <summary>Writes them.</summary>
    /// <param name="resource">The explained verdict.</param>
    /// <param name="indent">The spaces before every line.</param>
    public void Write(ExplainedResource resource, int indent)
    {
        var variables = resource.Variables.ToDictionary(v => v.Name, StringComparer.Ordinal);
        var rows = new TreeRows(new ExplainedRows(variables), terminal.Width - indent);
        var tree = new ExpressionTree(terminal, snapshot, indent + TreeIndent);
        foreach (var rule in resource.Rules)
        {
            terminal.WriteWrapped(HeadingOf(rule), indent, Tone.Heading, hanging: TreeIndent);
            if (rule.Value is null)
                continue;
            tree.Write(rows.Of(rule.Root));
            terminal.WriteWrapped(rule.Because, indent + TreeIndent);
        }
        if (resource.Finding.ShowsNone)
            new EvidenceLines(terminal).Write(resource.Finding, snapshot, indent);
        else if (resource.Rules.IsEmpty)
            terminal.WriteWrapped("Nothing was evaluated: the evidence does not list the resources.", indent);
    }

    private static string HeadingOf(ExplainedExpression rule)
    {
        var role = rule.Role == ExplainedRole.MatchCondition ? "Match condition" : "Validation";
        var value = rule.Value is not { } known ? "not evaluated, for the match conditions are not all true"
            : known.Kind == CelKind.Error ? "error"
            : ExplanationWords.ForPeople(known);
        return $"{role} {rule.Name}: {value} ({rule.Place})";
    }
}
