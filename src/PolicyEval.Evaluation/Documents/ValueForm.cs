namespace PolicyEval.Evaluation.Documents;

/// <summary>
/// What the value of a key may be. The forms describe documents once: the reader goes by them, and the JSON Schema for
/// editors is written from them, so that the two cannot differ.
/// </summary>
internal abstract record ValueForm;
