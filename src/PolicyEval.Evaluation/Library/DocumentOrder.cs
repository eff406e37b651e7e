using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Library;

/// <summary>Sorts what several steps say of files.</summary>
internal static class DocumentOrder
{
    /// <summary>In the order in which the files are first named, and of the places in each.</summary>
    public static ImmutableArray<Diagnostic> Of(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.GroupBy(d => d.Location.File, StringComparer.Ordinal)
            .SelectMany(file => file.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column)),
    ];
}
