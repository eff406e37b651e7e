using System.Collections.Immutable;

namespace PolicyEval.Language.Dependence;

/// <summary>
/// All that the values of some expressions depend on, where that is little: two resources whose fields agree in it get
/// the same values (true, false, unknown, error), whatever else they hold. So whoever has seen one has seen all.
/// </summary>
public sealed record CelDependence
{
    /// <summary>
    /// The fields, by slot and ascending, of which it counts whether they are null, unknown, true or false; of a text
    /// or a time which one it is does not count, but for what follows.
    /// </summary>
    public required ImmutableArray<int> Fields { get; init; }

    /// <summary>The orders between times that count, none twice.</summary>
    public required ImmutableArray<TimeRelation> Relations { get; init; }

    /// <summary>The texts that fields, or their raw cells, are compared with, none twice.</summary>
    public required ImmutableArray<TextTest> Texts { get; init; }

    /// <summary>
    /// The fields, by slot and ascending, that are used in a way of which nothing is known: all holds only where they
    /// are the same for every resource, as a field is whose evidence is not there.
    /// </summary>
    public required ImmutableArray<int> Opaque { get; init; }

    /// <summary>
    /// What expressions over a resource depend on; null where they depend on more than can be said here. Everything
    /// but the resource's fields is taken for a constant, if <paramref name="scope"/> says so.
    /// </summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="scope">What their names mean.</param>
    public static CelDependence? Of(IEnumerable<CompiledExpression> expressions, DependenceScope scope)
    {
        var walker = new DependenceWalker(scope);
        return expressions.All(expression => walker.IsPlain(expression.Lowered)) ? walker.ToDependence() : null;
    }
}
