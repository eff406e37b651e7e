using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Testing;

/// <summary>The evidence of a case as the test describes it. Immutable.</summary>
internal sealed record TestEvidence
{
    /// <summary>When the report was generated where a test does not say.</summary>
    public const string StandardTime = "2026-01-01T00:00:00Z";

    /// <summary>The path of a whole snapshot; null where the evidence is built from what follows.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Whether there is a credential report.</summary>
    public bool HasReport { get; init; } = true;

    /// <summary>The cells below every row of the policy's own kind.</summary>
    public TestRow Base { get; init; } = TestRow.Usual;

    /// <summary>The rows; null for one row in which all is as <see cref="Base"/> says.</summary>
    public ImmutableArray<TestRow>? Rows { get; init; }

    /// <summary>Whether a row for root is added where no row is one.</summary>
    public bool HasRoot { get; init; } = true;

    /// <summary>The partition of the ARNs that are made.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The columns that the report does not have.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>GeneratedTime, RFC 3339; null for a bare CSV, which does not say.</summary>
    public string? Generated { get; init; } = StandardTime;

    /// <summary>The numbers of the account summary; null where it was not collected.</summary>
    public ImmutableArray<KeyValuePair<string, long>>? Summary { get; init; }

    /// <summary>Other files by name, with their text.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Files { get; init; } = [];

    /// <summary>Answers by file, as the AWS CLI prints them.</summary>
    public ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> Answers { get; init; } = [];
}
