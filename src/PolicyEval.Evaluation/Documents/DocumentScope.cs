using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Language.Text;

namespace PolicyEval.Evaluation.Documents;

/// <summary>The file that a document stands in, and where its mistakes go.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="Diagnostics">Takes the mistakes.</param>
internal sealed record DocumentScope(SourceText Text, DiagnosticBag Diagnostics)
{
    /// <summary>The place of a node.</summary>
    public Location At(YamlNode node) => Location.Of(Text, node.Span);

    /// <summary>A scalar as a text in its place.</summary>
    public EmbeddedText Embed(YamlScalar scalar) => scalar.ToEmbedded(Text);

    /// <summary>Reports a mistake at a node.</summary>
    public void Report(DiagnosticDescriptor descriptor, YamlNode node, params ReadOnlySpan<string> arguments) =>
        Diagnostics.Report(descriptor, At(node), arguments);

    /// <summary>Reports a mistyped name at a node, with the name that was probably meant.</summary>
    public void ReportName(
        DiagnosticDescriptor descriptor,
        YamlNode node,
        string name,
        IEnumerable<string> candidates,
        params ReadOnlySpan<string> arguments) =>
        Diagnostics.ReportName(descriptor, At(node), name, candidates, arguments);
}
