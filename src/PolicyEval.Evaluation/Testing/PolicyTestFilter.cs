using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Testing;

/// <summary>Which tests are run.</summary>
public sealed record PolicyTestFilter
{
    /// <summary>All tests.</summary>
    public static PolicyTestFilter All { get; } = new();

    /// <summary>Only of these policies; empty for all.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>Only cases whose name has this text in it, whatever its case; null for all.</summary>
    public string? Case { get; init; }

    internal bool Takes(string policy) => Policies.IsEmpty || Policies.Contains(policy);

    internal bool Takes(TestCase test) =>
        Case is null || test.Name.Contains(Case, StringComparison.OrdinalIgnoreCase);
}
