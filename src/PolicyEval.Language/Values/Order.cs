namespace PolicyEval.Language.Values;

/// <summary>How two values stand to each other.</summary>
public enum Order
{
    /// <summary>The left one comes first.</summary>
    Less,

    /// <summary>They are equal.</summary>
    Equal,

    /// <summary>The right one comes first.</summary>
    Greater,

    /// <summary>One of them is NaN: every comparison is false.</summary>
    Unordered,

    /// <summary>Their kinds have no order with each other.</summary>
    NoOverload,
}
