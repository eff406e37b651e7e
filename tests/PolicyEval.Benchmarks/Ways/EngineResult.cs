using PolicyEval.Benchmarks.Comparing;

namespace PolicyEval.Benchmarks.Ways;

/// <summary>What a run of the engine gave.</summary>
/// <param name="Counts">The counts.</param>
/// <param name="Opening">How long it took to read, check and hash the evidence.</param>
/// <param name="Evaluating">How long all the rest took: reading the policies, compiling and evaluating them.</param>
internal sealed record EngineResult(OutcomeTable Counts, TimeSpan Opening, TimeSpan Evaluating);
