using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>A file of <c>data/</c> that was derived from raw pages.</summary>
/// <param name="Name">Its name in <c>data/</c>, such as <c>users.json</c>.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="DerivedFrom">
/// The raw pages it was derived from, relative to the bag, in their order; empty where a call failed without any.
/// </param>
public sealed record DerivedFile(string Name, ReadOnlyMemory<byte> Bytes, ImmutableArray<string> DerivedFrom);
