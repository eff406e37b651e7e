using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>A raw page out of which something was taken.</summary>
/// <param name="Path">Relative to the bag.</param>
/// <param name="OriginalSha256">Of the body as received.</param>
/// <param name="Fields">What was taken out, in the order of the page.</param>
public sealed record RedactedFile(string Path, string OriginalSha256, ImmutableArray<Redaction> Fields);
