namespace PolicyEval.Language.Tests.Naive.Cases;

/// <summary>A field of the rows.</summary>
internal sealed record CaseField(string Name, CaseType Type, bool IsNullable = false, bool IsEvidence = true);
