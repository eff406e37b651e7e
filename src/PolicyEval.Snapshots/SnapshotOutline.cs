using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots;

/// <summary>
/// What is known of a snapshot once it was opened and checked. Its evidence may be let go meanwhile, and is read again
/// when somebody looks at it: many snapshots then take little more memory than one. Immutable.
/// </summary>
public sealed record SnapshotOutline
{
    internal SnapshotOutline(Snapshot snapshot)
    {
        Name = snapshot.Name;
        Digest = snapshot.Digest;
        Document = snapshot.Document;
        Signatures = snapshot.Signatures;
        Files = snapshot.Files;
        Accounts = snapshot.Accounts;
        Alias = AliasIn(snapshot.AnswerOf(EvidenceFiles.AccountAliases));
        GeneratedTime = snapshot.GeneratedTime;
        Agrees = snapshot.Disagreements.IsEmpty;
        Held = snapshot;
    }

    /// <inheritdoc cref="Snapshot.Name"/>
    public string Name { get; }

    /// <inheritdoc cref="Snapshot.Digest"/>
    public string Digest { get; }

    /// <inheritdoc cref="Snapshot.Document"/>
    public SnapshotDocument? Document { get; }

    /// <inheritdoc cref="Snapshot.Signatures"/>
    public ImmutableArray<SignatureState> Signatures { get; }

    /// <inheritdoc cref="Snapshot.Files"/>
    public ImmutableArray<EvidenceFile> Files { get; }

    /// <inheritdoc cref="Snapshot.Accounts"/>
    public ImmutableArray<SnapshotAccount> Accounts { get; }

    /// <summary>The first alias that the account gave itself; empty where it has none or nobody asked.</summary>
    public string Alias { get; }

    /// <inheritdoc cref="Snapshot.GeneratedTime"/>
    public DateTimeOffset? GeneratedTime { get; }

    /// <summary>Whether no source says anything else than another one.</summary>
    internal bool Agrees { get; }

    /// <summary>The snapshot where its evidence is in memory, else null.</summary>
    internal Snapshot? Held { get; private init; }

    /// <summary>Reads the same evidence again; null for what can be read only once, such as standard input.</summary>
    internal Func<SnapshotOutline, CancellationToken, Snapshot>? Again { get; init; }

    /// <summary>
    /// The same without the evidence; itself where it cannot be read again, or is large and not held anyway.
    /// </summary>
    public SnapshotOutline LetGo() => Again is null ? this : this with { Held = null };

    /// <summary>
    /// The snapshot with its evidence: the one that is in memory, else what its files hold now, which is the same.
    /// </summary>
    /// <exception cref="EvidenceReadException">It is not, or cannot be read any more.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Snapshot Open(CancellationToken cancellationToken = default) => Held ?? Again!(this, cancellationToken);

    private static string AliasIn(Answer answer)
    {
        var aliases = answer.Status == AnswerStatus.Given ? answer.Find("AccountAliases")?.Children() ?? [] : [];
        return aliases.Where(alias => alias.Kind == JsonCellKind.String).Select(alias => alias.Text).FirstOrDefault("");
    }
}
