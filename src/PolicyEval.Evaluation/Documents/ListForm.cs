namespace PolicyEval.Evaluation.Documents;

/// <summary>A list.</summary>
/// <param name="Item">What each item is.</param>
internal sealed record ListForm(ValueForm Item) : ValueForm
{
    /// <summary>Whether it must have an item.</summary>
    public bool NeedsItem { get; init; }

    /// <summary>Whether no two items may be the same.</summary>
    public bool IsSet { get; init; }
}
