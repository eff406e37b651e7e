namespace PolicyEval.Benchmarks.HandWritten;

/// <summary>What is known of an account.</summary>
internal sealed class Account
{
    /// <summary>Whether it is of the partition for the government.</summary>
    public required bool IsGovCloud { get; init; }

    /// <summary>Whether it has a row for its root user.</summary>
    public bool HasRoot { get; set; }

    /// <summary>Whether it has another row.</summary>
    public bool HasUsers { get; set; }
}
