namespace PolicyEval.Evaluation.Results;

/// <summary>The waiver that covers a failure. It changes no outcome.</summary>
/// <param name="Name">The waiver's name.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Justification">Why.</param>
/// <param name="Expires">Until when, RFC 3339 UTC.</param>
public sealed record WaiverReference(string Name, string Owner, string Justification, string Expires);
