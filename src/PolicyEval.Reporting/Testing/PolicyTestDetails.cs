namespace PolicyEval.Reporting.Testing;

/// <summary>What a report of test results shows beside the results.</summary>
/// <param name="Coverage">Whether every branch that no case takes.</param>
/// <param name="LeastCoverage">The coverage in percent that every policy must reach, or null.</param>
public sealed record PolicyTestDetails(bool Coverage, int? LeastCoverage);
