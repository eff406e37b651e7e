using System.Collections.Immutable;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Evaluation.Policies;

namespace PolicyEval.Reporting.Catalogues;

/// <summary>Policies and frameworks as they are, without evidence. Immutable.</summary>
/// <param name="ToolVersion">The program's version.</param>
/// <param name="Policies">The policies, sorted by name.</param>
/// <param name="Frameworks">The frameworks, in the order wanted.</param>
public sealed record Catalogue(
    string ToolVersion, ImmutableArray<Policy> Policies, ImmutableArray<Framework> Frameworks)
{
    /// <summary>The controls that a policy serves, as <c>framework/id</c>.</summary>
    public IEnumerable<string> ControlsOf(string policy) =>
        from framework in Frameworks
        from control in framework.Controls
        where control.Policies.Any(use => use.Name == policy)
        select $"{framework.Name}/{control.Id}";
}
