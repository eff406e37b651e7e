namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>A field of a row.</summary>
internal sealed record Cell(NaiveRow Row, string Field);
