namespace PolicyEval.Evaluation.Documents;

/// <summary>A value, or a list of such values.</summary>
/// <param name="Item">What each is.</param>
internal sealed record OneOrManyForm(ValueForm Item) : ValueForm
{
    /// <summary>Whether a list must have an item.</summary>
    public bool NeedsItem { get; init; }
}
