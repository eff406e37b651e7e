using PolicyEval.Benchmarks.Children;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>What was measured over some snapshots.</summary>
/// <param name="Bags">The snapshots.</param>
/// <param name="Files">Their files.</param>
/// <param name="Bytes">The bytes of these.</param>
/// <param name="Hashing">How long <c>sha256sum</c> took.</param>
/// <param name="Engine">What the engine says.</param>
internal sealed record BagsRow(int Bags, int Files, long Bytes, TimeSpan Hashing, ChildResult Engine);
