using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation;

/// <summary>What compiling policies to SQL gave.</summary>
/// <param name="Statement">One statement, with LF and without a semicolon; null where an error forbids it.</param>
/// <param name="Diagnostics">All that is to be said; a policy that is left out is among them by name.</param>
/// <param name="ExitCode">0 where there is a statement; 3 for unusable rules; 64 where only options are wrong.</param>
public sealed record QueryCompilation(string? Statement, ImmutableArray<Diagnostic> Diagnostics, int ExitCode);
