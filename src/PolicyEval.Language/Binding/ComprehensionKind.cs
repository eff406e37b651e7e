namespace PolicyEval.Language.Binding;

/// <summary>What a loop makes of its elements.</summary>
internal enum ComprehensionKind
{
    /// <summary><c>all</c>: a chain of <c>&amp;&amp;</c>.</summary>
    All,

    /// <summary><c>exists</c>: a chain of <c>||</c>.</summary>
    Exists,

    /// <summary><c>exists_one</c>: counts, without a short way out.</summary>
    ExistsOne,

    /// <summary><c>map</c>, with or without a filter.</summary>
    Map,

    /// <summary><c>filter</c>.</summary>
    Filter,
}
