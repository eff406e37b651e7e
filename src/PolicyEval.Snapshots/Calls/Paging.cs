namespace PolicyEval.Snapshots.Calls;

/// <summary>How the pages of an operation follow each other.</summary>
public enum Paging
{
    /// <summary>One answer is the whole.</summary>
    None,

    /// <summary>IAM: <c>IsTruncated</c> and <c>Marker</c> in the answer, <c>Marker</c> in the next request.</summary>
    Marker,

    /// <summary>Organizations: <c>NextToken</c> in the answer and in the next request.</summary>
    NextToken,
}
