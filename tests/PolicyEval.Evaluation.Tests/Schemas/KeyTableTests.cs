using PolicyEval.Evaluation.Schemas;
using PolicyEval.Evaluation.Tests.Support;

namespace PolicyEval.Evaluation.Tests.Schemas;

/// <summary>The tables of keys in <c>policies/README.md</c> are made from the forms.</summary>
public sealed class KeyTableTests
{
    public static TheoryData<string> Kinds => [.. DocumentSchema.Kinds.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_readme_has_every_key(string kind) =>
        ReadmePart.Check($"keys of {kind}", "keys", KeyTable.Of(DocumentSchema.Kinds.Single(k => k.Kind == kind)));
}
