using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>A snapshot before it is sealed: its document and all files under <c>data/</c>. Immutable.</summary>
/// <param name="Document">What <c>snapshot.json</c> will say.</param>
/// <param name="Payload">The files under <c>data/</c>, sorted by path (ordinal).</param>
public sealed record ComposedSnapshot(SnapshotDocument Document, ImmutableArray<BagFile> Payload)
{
    /// <summary>
    /// The accounts that the evidence itself names: the caller's, those of the report and those in the ARNs
    /// of lists, each once. None but the
    /// document's may be among them.
    /// </summary>
    internal ImmutableArray<string> NamedAccounts { get; init; } = [];

    /// <summary>The values of the files that are JSON, by their names without <c>data/</c>.</summary>
    internal IReadOnlyDictionary<string, JsonText> Parsed { get; init; } = ImmutableDictionary<string, JsonText>.Empty;

    /// <summary>Those that are not the document's: there must be none.</summary>
    internal IEnumerable<string> OtherAccounts => NamedAccounts.Where(account => account != Document.Account);
}
