namespace PolicyEval.Evaluation.Results;

/// <summary>How old evidence may be. It is a gate of its own, and changes no outcome.</summary>
/// <param name="MaxAge">The greatest age as the user wrote it, such as <c>36h</c>.</param>
/// <param name="Now">The instant that the user calls now, RFC 3339 UTC: there is no clock.</param>
public sealed record Freshness(string MaxAge, string Now);
