namespace PolicyEval.Evaluation.Documents;

/// <summary>A mapping, or a list of such mappings, which may be empty.</summary>
/// <param name="Item">What each is.</param>
internal sealed record OneOrManyForm(MappingForm Item) : ValueForm;
