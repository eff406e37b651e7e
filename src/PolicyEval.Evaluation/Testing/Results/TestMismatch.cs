using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Testing.Results;

/// <summary>One thing that is not as a case expects it.</summary>
/// <param name="Location">Where the expectation stands.</param>
/// <param name="Resource">The resource's name; empty where none was found.</param>
/// <param name="What">What differs: <c>outcome</c>, <c>reason</c>, <c>message</c> …, or <c>finding</c>.</param>
/// <param name="Expected">What the case expects.</param>
/// <param name="Actual">What came out.</param>
public sealed record TestMismatch(Location Location, string Resource, string What, string Expected, string Actual);
