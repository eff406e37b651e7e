using PolicyEval.Language.Types;

namespace PolicyEval.Language.Values;

/// <summary>A value of a named type of a library, such as <c>net.IP</c>. Immutable.</summary>
public abstract class CelOpaque
{
    /// <summary>The type: what <c>type(value)</c> says.</summary>
    public abstract CelType Type { get; }

    /// <summary>Whether two values are equal, as <c>==</c> asks; the other may be of another type.</summary>
    public abstract bool IsEqual(CelOpaque other);

    /// <summary>The value as a text without its type, such as <c>10.0.0.1</c>: what <c>%s</c> shows.</summary>
    public virtual string Text => ToString();

    /// <summary>The value as CEL would write it, such as <c>ip("10.0.0.1")</c>.</summary>
    public abstract override string ToString();
}
