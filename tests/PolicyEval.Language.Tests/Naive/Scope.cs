using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive;

/// <summary>A variable that a macro declares, in front of those outside of it.</summary>
internal sealed record Scope(string Name, Func<Outcome> Value, Scope? Outer)
{
    /// <summary>The variable of a name, the innermost first; null where there is none.</summary>
    public static Func<Outcome>? Find(Scope? scope, string name)
    {
        while (scope is not null && scope.Name != name)
            scope = scope.Outer;
        return scope?.Value;
    }
}
