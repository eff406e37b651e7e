namespace PolicyEval.Evaluation.Documents;

/// <summary>A mapping whose keys are names of the author's own.</summary>
/// <param name="Name">What each key is.</param>
/// <param name="Value">What each value is.</param>
internal sealed record EntriesForm(TextForm Name, ValueForm Value) : ValueForm;
