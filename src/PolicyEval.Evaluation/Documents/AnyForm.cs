namespace PolicyEval.Evaluation.Documents;

/// <summary>Anything: a value of a language that is not described here.</summary>
internal sealed record AnyForm : ValueForm;
