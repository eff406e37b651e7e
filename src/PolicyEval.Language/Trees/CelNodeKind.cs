namespace PolicyEval.Language.Trees;

/// <summary>What a node of an expression is, for those who show or measure expressions.</summary>
public enum CelNodeKind
{
    /// <summary>A literal or a type name.</summary>
    Constant,

    /// <summary>A variable of the environment.</summary>
    Variable,

    /// <summary>A variable that a macro declares.</summary>
    Local,

    /// <summary>A field of a record, plain or as an optional; the operand is the only child.</summary>
    Field,

    /// <summary>An entry of a map, selected as a field, plain or as an optional.</summary>
    Select,

    /// <summary><c>has(…)</c>.</summary>
    Presence,

    /// <summary>A macro over a cell: <c>known</c>, <c>token</c>, <c>require</c>, <c>missing</c>.</summary>
    Evidence,

    /// <summary>A function, a method or an operator that is not one of those below.</summary>
    Call,

    /// <summary><c>!a</c>.</summary>
    Not,

    /// <summary><c>a &amp;&amp; b &amp;&amp; …</c>: the terms are the children.</summary>
    And,

    /// <summary><c>a || b || …</c>: the terms are the children.</summary>
    Or,

    /// <summary><c>c ? a : b</c>: three children.</summary>
    Conditional,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map: keys and values are the children, in turns.</summary>
    Map,

    /// <summary>A loop: the range, then what is computed for each element.</summary>
    Comprehension,

    /// <summary>
    /// <c>cel.bind(x, value, body)</c>: value and body are the children; the value is seen when the body first reads x.
    /// </summary>
    Bind,

    /// <summary>
    /// <c>o.optMap(x, e)</c> and <c>o.optFlatMap(x, e)</c>: the optional, and the expression where it has a value.
    /// </summary>
    OptionalMap,

    /// <summary>What cannot be evaluated: an undeclared name where nothing was checked.</summary>
    Failure,
}
