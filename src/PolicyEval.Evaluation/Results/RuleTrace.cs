using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Results;

/// <summary>How a rule that decided came to its value for one resource: its tree, flat, from the top.</summary>
/// <param name="Role">What the rule is for.</param>
/// <param name="Name">The name of a match condition, the reason code of a validation.</param>
/// <param name="Because">One sentence: the terms that decided, with their cells.</param>
/// <param name="Rows">The nodes, each before those below it.</param>
public sealed record RuleTrace(RuleRole Role, string Name, string Because, ImmutableArray<TraceRow> Rows);
