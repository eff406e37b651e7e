using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Documents;
using PolicyEval.Evaluation.Policies;
using PolicyEval.Evaluation.Yaml;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>A file, read down to the names and specs of its documents.</summary>
/// <param name="File">The file.</param>
/// <param name="Documents">The documents that can be read on, in order.</param>
internal sealed record DocumentFile(PolicyFile File, ImmutableArray<DocumentHead> Documents)
{
    /// <summary>Reads a file; null after a diagnostic where it is no text.</summary>
    /// <param name="source">The file.</param>
    /// <param name="kinds">What may stand in it.</param>
    /// <param name="diagnostics">Takes the mistakes.</param>
    /// <param name="empty">What is said of a file in which no document stands; null for a warning.</param>
    public static DocumentFile? Read(
        SourceFile source,
        ImmutableArray<DocumentForm> kinds,
        DiagnosticBag diagnostics,
        DiagnosticDescriptor? empty = null)
    {
        if (YamlText.Decode(source.Path, source.Bytes, diagnostics) is not { } text)
            return null;
        var file = new PolicyFile(source.Origin, Sha256Of(source), text);
        var scope = new DocumentScope(text, diagnostics);
        var reported = diagnostics.Count;

        // An empty document, such as the one behind a last "---", says nothing.
        var roots = YamlReader.Read(text, diagnostics).Where(root => root is not YamlScalar { IsNull: true }).ToArray();
        if (roots.Length == 0 && diagnostics.Count == reported)
            diagnostics.Report(empty ?? YamlDescriptors.EmptyFile, Location.InFile(source.Path));
        return new DocumentFile(
            file, [.. roots.Select(root => DocumentReader.Read(scope, root, kinds)).OfType<DocumentHead>()]);
    }

    /// <summary>Of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256Of(SourceFile source) => Convert.ToHexStringLower(SHA256.HashData(source.Bytes));
}
