namespace PolicyEval.Snapshots.Calls;

/// <summary>A member of a structure.</summary>
/// <param name="Name">The element's name, which is the property's too.</param>
/// <param name="Shape">What it holds.</param>
public sealed record ShapeMember(string Name, Shape Shape);
