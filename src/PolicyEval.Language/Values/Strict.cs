using PolicyEval.Language.Text;

namespace PolicyEval.Language.Values;

/// <summary>How errors and unknowns go through what does not absorb them.</summary>
internal static class Strict
{
    /// <summary>
    /// What two answers of which at least one is no value come to: the unknowns united, else the first error.
    /// </summary>
    public static CelValue Both(CelValue left, CelValue right)
    {
        if (right.Kind == CelKind.Unknown)
            return left.Kind == CelKind.Unknown ? CelValue.Of(left.AsUnknown.Merge(right.AsUnknown)) : right;
        return left.IsValue ? right : left;
    }

    /// <summary>What several arguments of which at least one is no value come to.</summary>
    public static CelValue All(ReadOnlySpan<CelValue> arguments)
    {
        var result = CelValue.Null;
        foreach (var argument in arguments)
        {
            if (!argument.IsValue)
                result = Both(result, argument);
        }

        return result;
    }

    /// <summary>An error with the place where it happened, unless it has one; other values as they are.</summary>
    public static CelValue WithSpan(CelValue value, TextSpan span) =>
        value.Kind == CelKind.Error && value.AsError.Span is null
            ? CelValue.Of(value.AsError with { Span = span })
            : value;

    /// <summary>The answer to a value of a kind that the operation does not know, or the value if it is none.</summary>
    public static CelValue NoOverload(string operation, CelValue value, TextSpan span) =>
        value.IsValue
            ? CelValue.Of(new CelError($"no such overload: {operation} of {Name(value.Kind)}") { Span = span })
            : value;

    private static string Name(CelKind kind) => kind.ToString().ToLowerInvariant();
}
