using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Calls;

/// <summary>What a client needs to know of one raw body. Immutable.</summary>
public sealed record Page
{
    /// <summary>AWS's error, or <see cref="CallErrors.BadResponse"/>; null for an answer of the operation.</summary>
    public CallError? Error { get; init; }

    /// <summary>The request id that the body names; empty where it names none.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The marker or token of the next page, or null after the last one.</summary>
    public string? Next { get; init; }

    /// <summary>ListUsers: the names, in the order of the page.</summary>
    public ImmutableArray<string> UserNames { get; init; } = [];

    /// <summary>
    /// GenerateCredentialReport: <c>STARTED</c>, <c>INPROGRESS</c> or <c>COMPLETE</c>; else empty.
    /// </summary>
    public string State { get; init; } = "";

    /// <summary>GenerateCredentialReport: what AWS says of the state; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>GetCredentialReport: the report, decoded; null for other operations.</summary>
    public ReadOnlyMemory<byte>? Report { get; init; }

    /// <summary>GetCredentialReport: when AWS generated the report; null where the answer does not say.</summary>
    public DateTimeOffset? GeneratedTime { get; init; }

    /// <summary>GetCallerIdentity: who called; null for other operations.</summary>
    public SnapshotCaller? Caller { get; init; }

    /// <summary>ListAccounts: the accounts, in the order of the page.</summary>
    public ImmutableArray<OrganizationAccount> Accounts { get; init; } = [];
}
