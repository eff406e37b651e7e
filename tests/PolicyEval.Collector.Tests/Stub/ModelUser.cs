namespace PolicyEval.Collector.Tests.Stub;

/// <summary>A user of a model account.</summary>
internal sealed record ModelUser(string Name)
{
    public string Path { get; init; } = "/";

    public DateTimeOffset CreatedAt { get; init; } = new(2024, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public bool HasPassword { get; init; }

    /// <summary>When the password was used last, or null.</summary>
    public DateTimeOffset? PasswordUsedAt { get; init; }

    /// <summary>A virtual device of its own.</summary>
    public bool HasMfa { get; init; }

    /// <summary>Ids of its access keys, active ones first; at most two.</summary>
    public string[] AccessKeys { get; init; } = [];

    /// <summary>When each was made; of those behind the last one, the model's own date.</summary>
    public DateTimeOffset[] KeysCreatedAt { get; init; } = [];

    /// <summary>When an access key was made.</summary>
    public DateTimeOffset KeyCreatedAt(int index) => index < KeysCreatedAt.Length
        ? KeysCreatedAt[index]
        : new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);
}
