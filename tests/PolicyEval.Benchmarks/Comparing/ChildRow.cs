using PolicyEval.Benchmarks.Children;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>What a child process was asked for, and what it says.</summary>
/// <param name="Rows">The rows of the report.</param>
/// <param name="Threads">The threads.</param>
/// <param name="Result">What it says.</param>
internal sealed record ChildRow(long Rows, int Threads, ChildResult Result);
