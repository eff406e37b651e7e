namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>Evidence that is missing, in the place of a value: the cells that would have been needed.</summary>
internal sealed record Missing(IReadOnlyList<Cell> Cells)
{
    /// <summary>
    /// What comes of answers of which at least one is no value: what is missing in all of them, else the first fault.
    /// </summary>
    public static object Or(IEnumerable<object> answers)
    {
        var all = answers.ToList();
        var cells = all.OfType<Missing>().SelectMany(missing => missing.Cells).Distinct().ToList();
        return cells.Count > 0 ? new Missing(cells) : all.OfType<Fault>().First();
    }
}
