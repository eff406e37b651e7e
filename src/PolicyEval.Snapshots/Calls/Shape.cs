using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What an element of an answer holds. Immutable.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Element">The shape of a list's elements and a map's values; else null.</param>
/// <param name="Members">The members of a structure in the order in which the AWS CLI prints them.</param>
public sealed record Shape(ShapeKind Kind, Shape? Element, ImmutableArray<ShapeMember> Members)
{
    /// <summary>A text.</summary>
    public static Shape Text { get; } = new(ShapeKind.Text, null, []);

    /// <summary>A whole number.</summary>
    public static Shape Integer { get; } = new(ShapeKind.Integer, null, []);

    /// <summary>True or false.</summary>
    public static Shape Boolean { get; } = new(ShapeKind.Boolean, null, []);

    /// <summary>An instant.</summary>
    public static Shape Timestamp { get; } = new(ShapeKind.Timestamp, null, []);

    /// <summary>A policy document.</summary>
    public static Shape Policy { get; } = new(ShapeKind.Policy, null, []);

    /// <summary>A list.</summary>
    public static Shape ListOf(Shape element) => new(ShapeKind.List, element, []);

    /// <summary>A map from names to values of a kind.</summary>
    public static Shape MapOf(Shape value) => new(ShapeKind.Map, value, []);

    /// <summary>A structure.</summary>
    public static Shape Structure(params ReadOnlySpan<ShapeMember> members) =>
        new(ShapeKind.Structure, null, [.. members]);
}
