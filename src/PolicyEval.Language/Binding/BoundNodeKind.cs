namespace PolicyEval.Language.Binding;

/// <summary>The kinds of bound nodes.</summary>
internal enum BoundNodeKind
{
    Error,
    Failure,
    Constant,
    Variable,
    Local,
    Field,
    FieldPresence,
    Evidence,
    Select,
    Presence,
    Call,
    Not,
    Logical,
    Conditional,
    List,
    Map,
    Comprehension,
    Bind,
    OptionalField,
    OptionalSelect,
    OptionalMap,

    // Made by lowering.
    Comparison,
    Equality,
    Observed,
}
