using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>A raw body out of which secrets were taken.</summary>
/// <param name="Body">What may be written; the very same bytes where nothing was taken out.</param>
/// <param name="Redactions">What was taken out, in the order of the body.</param>
public sealed record RedactedBody(ReadOnlyMemory<byte> Body, ImmutableArray<Redaction> Redactions);
