namespace PolicyEval.Snapshots.Calls;

/// <summary>The kinds of an answer's values.</summary>
internal enum AnswerItemKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    Literal,

    /// <summary>A list.</summary>
    List,

    /// <summary>A structure or map.</summary>
    Structure,
}
