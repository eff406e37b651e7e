namespace PolicyEval.Evaluation.Documents;

/// <summary><c>true</c> or <c>false</c>, with or without quotes.</summary>
internal sealed record BoolForm : ValueForm;
