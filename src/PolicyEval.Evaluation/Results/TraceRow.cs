namespace PolicyEval.Evaluation.Results;

/// <summary>A node of an expression with what it came to.</summary>
/// <param name="Depth">How deep it stands in the tree: 0 for the whole rule.</param>
/// <param name="Expression">
/// Its text, in one line; of a long operator only the operator, for its terms stand below it.
/// </param>
/// <param name="Value">Its value as people read it; empty where it was not evaluated.</param>
public sealed record TraceRow(int Depth, string Expression, string Value)
{
    /// <summary>Why it was not evaluated.</summary>
    public SkipReason Skipped { get; init; }

    /// <summary>What else there is to say: the cell that it read, what was missing, the turn of a loop.</summary>
    public string Note { get; init; } = "";
}
