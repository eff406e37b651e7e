using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Yaml;

namespace PolicyEval.Evaluation.Documents;

/// <summary>Reads what is common to documents of every kind. The door of this folder.</summary>
internal static class DocumentReader
{
    /// <summary>
    /// The head of a document with its spec, which is still to be read; null after a diagnostic where it cannot be.
    /// </summary>
    /// <param name="scope">The file.</param>
    /// <param name="root">The document.</param>
    /// <param name="kinds">The kinds that may stand in this file.</param>
    public static DocumentHead? Read(DocumentScope scope, YamlNode root, ImmutableArray<DocumentForm> kinds)
    {
        if (root is not YamlMapping mapping)
        {
            scope.Report(PolicyDescriptors.NotADocument, root, root.Shape);
            return null;
        }
        var kind = kinds.FirstOrDefault(k => mapping.Find("kind") is YamlScalar word && word.Value == k.Kind);

        // Whatever the kind is, the keys around the spec are the same: a wrong word is then the only mistake.
        var document = new MappingReader(scope, mapping, (kind ?? kinds[0]).Whole);
        CheckVersion(scope, document);
        CheckKind(scope, document, kinds);
        var name = ReadName(document);
        var spec = document.Mapping("spec");
        document.Finish();
        return kind is null || name is null || spec is null ? null : new DocumentHead(kind, name, spec);
    }

    private static void CheckVersion(DocumentScope scope, MappingReader document)
    {
        if (document.Word("apiVersion") is { Value: not DocumentForm.ApiVersion } version)
            scope.Report(PolicyDescriptors.UnknownApiVersion, version, version.Value);
    }

    private static void CheckKind(DocumentScope scope, MappingReader document, ImmutableArray<DocumentForm> kinds)
    {
        if (document.Word("kind") is not { } word || kinds.Any(kind => kind.Kind == word.Value))
            return;
        var words = kinds.Select(kind => kind.Kind).ToArray();
        scope.ReportName(PolicyDescriptors.UnknownKind, word, word.Value, words, word.Value);
    }

    /// <summary>The name, also one in a bad form, so that the rest of the document is still checked.</summary>
    private static YamlScalar? ReadName(MappingReader document)
    {
        if (document.Mapping("metadata") is not { } metadata)
            return null;
        var name = metadata.Text("name") ?? metadata.Peek("name") as YamlScalar;
        metadata.Finish();
        return string.IsNullOrWhiteSpace(name?.Value) ? null : name;
    }
}
