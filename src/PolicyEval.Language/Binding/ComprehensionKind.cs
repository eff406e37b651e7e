namespace PolicyEval.Language.Binding;

/// <summary>What a loop makes of its elements.</summary>
internal enum ComprehensionKind
{
    /// <summary><c>all</c>: a chain of <c>&amp;&amp;</c>.</summary>
    All,

    /// <summary><c>exists</c>: a chain of <c>||</c>.</summary>
    Exists,

    /// <summary><c>exists_one</c> and <c>existsOne</c>: counts, without a short way out.</summary>
    ExistsOne,

    /// <summary><c>map</c> and <c>transformList</c>, with or without a filter.</summary>
    Map,

    /// <summary><c>filter</c>.</summary>
    Filter,

    /// <summary><c>transformMap</c>: a map with the keys of the range, with or without a filter.</summary>
    TransformMap,

    /// <summary><c>transformMapEntry</c>: a map of the entries of the results, with or without a filter.</summary>
    TransformMapEntry,
}
