using System.Collections.Immutable;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Policies;

/// <summary>A parameter of a policy.</summary>
/// <param name="Name">The name: expressions read it as <c>params.name</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Default">The value where nobody sets another one.</param>
/// <param name="Description">What it changes.</param>
public sealed record PolicyParam(string Name, ParamType Type, ParamValue Default, string Description)
{
    /// <summary>Where the name stands.</summary>
    public Location Location { get; init; } = Location.None;

    /// <summary>Whether it could not be read whole: then its type and its value mean nothing.</summary>
    public bool IsFaulty { get; init; }

    /// <summary>The least int, or null.</summary>
    public long? Minimum { get; init; }

    /// <summary>The greatest int, or null.</summary>
    public long? Maximum { get; init; }

    /// <summary>The texts allowed; empty for any.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>The values allowed, in words: <c>an int from 1 to 3650</c>.</summary>
    public string Range => ParamText.Describe(this);
}
