namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>A list whose elements the account summary counts.</summary>
/// <param name="Count">The key of the count.</param>
/// <param name="Words">What is counted.</param>
/// <param name="File">The file that holds the list.</param>
/// <param name="Property">The list.</param>
/// <param name="IsExact">Whether the list cannot be longer either.</param>
internal sealed record CountedList(string Count, string Words, string File, string Property, bool IsExact);
