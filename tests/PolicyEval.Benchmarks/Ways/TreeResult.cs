namespace PolicyEval.Benchmarks.Ways;

/// <summary>What a run of the engine over many snapshots gave.</summary>
/// <param name="Accounts">The accounts of the roll-up.</param>
/// <param name="Findings">The findings.</param>
/// <param name="Opening">How long it took to find, read and check the snapshots.</param>
/// <param name="Evaluating">How long all the rest took.</param>
internal sealed record TreeResult(int Accounts, long Findings, TimeSpan Opening, TimeSpan Evaluating);
