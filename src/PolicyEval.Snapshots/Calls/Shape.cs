using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What an element of an answer holds. Immutable.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Element">The shape of a list's elements and a map's values; else null.</param>
/// <param name="Members">The members of a structure in the order in which the AWS CLI prints them.</param>
internal sealed record Shape(ShapeKind Kind, Shape? Element, ImmutableArray<ShapeMember> Members)
{
    public static Shape Text { get; } = new(ShapeKind.Text, null, []);

    public static Shape Integer { get; } = new(ShapeKind.Integer, null, []);

    public static Shape Boolean { get; } = new(ShapeKind.Boolean, null, []);

    public static Shape Timestamp { get; } = new(ShapeKind.Timestamp, null, []);

    public static Shape Policy { get; } = new(ShapeKind.Policy, null, []);

    public static Shape ListOf(Shape element) => new(ShapeKind.List, element, []);

    public static Shape MapOf(Shape value) => new(ShapeKind.Map, value, []);

    public static Shape Structure(params ReadOnlySpan<ShapeMember> members) =>
        new(ShapeKind.Structure, null, [.. members]);
}
