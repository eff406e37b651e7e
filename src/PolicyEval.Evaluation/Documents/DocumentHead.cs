using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Documents;

/// <summary>The head of a document, and its spec, which is still to be read.</summary>
/// <param name="Form">The kind.</param>
/// <param name="Name">The document's name; a bad one has been reported.</param>
/// <param name="Spec">The spec.</param>
internal sealed record DocumentHead(DocumentForm Form, YamlScalar Name, MappingReader Spec);
