using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.CrossChecks;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots;

/// <summary>
/// Evidence that was collected earlier, read whole. Immutable; any number of threads may read. The door of this room.
/// </summary>
public sealed class Snapshot
{
    private readonly Lazy<ImmutableArray<JsonCell>> _unreportedUsers;
    private readonly Lazy<AccountArn?> _accountArn;
    private readonly Lazy<ImmutableArray<Disagreement>> _disagreements;

    internal Snapshot(
        string name,
        string digest,
        ImmutableArray<EvidenceFile> files,
        CredentialReport? report,
        ImmutableArray<Answer> answers)
    {
        Name = name;
        Digest = digest;
        Files = files;
        Report = report;
        Answers = answers;
        _unreportedUsers = new(FindUnreportedUsers);
        _accountArn = new(() => AccountArn.In(answers));
        _disagreements = new(() => IsKnownToAgree ? [] : CrossCheck.Of(this));
    }

    /// <summary>
    /// <c>111122223333/2026-01-02T030405Z</c> for a sealed snapshot, wherever it lies; the name of a bare file or
    /// folder,
    /// without folders; <c>-</c> for standard input.
    /// </summary>
    public string Name { get; }

    /// <summary>
    /// 64 lower-case hexadecimal digits. Of a sealed snapshot: the sha256 of <c>tagmanifest-sha256.txt</c>. Of bare
    /// files: the sha256 over the lines <c>sha256  name</c> of exactly <see cref="Files"/>, each line ended by LF,
    /// sorted as text by ordinal.
    /// </summary>
    public string Digest { get; }

    /// <summary>
    /// What a sealed snapshot says of itself, without its lists of files and redactions; null for bare files, which
    /// nothing vouches for.
    /// </summary>
    public SnapshotDocument? Document { get; internal init; }

    /// <summary>Whether a manifest seals it.</summary>
    public bool IsSealed => Document is not null;

    /// <summary>Who signed it, one for each key id; empty where nobody did.</summary>
    public ImmutableArray<SignatureState> Signatures { get; internal init; } = [];

    /// <summary>The files that were read, sorted by name (ordinal).</summary>
    public ImmutableArray<EvidenceFile> Files { get; }

    /// <summary>The credential report, or null where none was given (<see cref="ReportAnswer"/> says why).</summary>
    public CredentialReport? Report { get; }

    /// <summary>One answer for each JSON file that a snapshot may hold, given or not, sorted by file name.</summary>
    public ImmutableArray<Answer> Answers { get; }

    /// <summary>GetCredentialReport's answer: not given beside a bare CSV, denied where it holds an error.</summary>
    public Answer ReportAnswer => AnswerOf(EvidenceFiles.CredentialReportAnswer);

    /// <summary>GetAccountSummary's answer.</summary>
    public Answer AccountSummary => AnswerOf(EvidenceFiles.AccountSummary);

    /// <summary>When AWS generated the credential report, in UTC, or null where the snapshot does not say.</summary>
    public DateTimeOffset? GeneratedTime { get; internal init; }

    /// <summary>Where <see cref="GeneratedTime"/> stands, in the file of <see cref="ReportAnswer"/>.</summary>
    public JsonCell? GeneratedTimeCell => ReportAnswer.Find("GeneratedTime");

    /// <summary>
    /// The accounts that the credential report holds, in the order of their first rows; without a report, the account
    /// that a sealed snapshot is of, or that the answers tell.
    /// </summary>
    public ImmutableArray<SnapshotAccount> Accounts => Report?.Accounts
        ?? (Document is { Account.Length: > 0 } document
            ? [new SnapshotAccount(document.Account, document.Partition, RootRow: -1, FirstRow: -1)]
            : AccountArn is { } arn
            ? [new SnapshotAccount(arn.Account, arn.Partition, RootRow: -1, FirstRow: -1)]
            : []);

    /// <summary>The ARN by which the answers tell the account, or null.</summary>
    public AccountArn? AccountArn => _accountArn.Value;

    /// <summary>
    /// The names, as <c>users.json</c> has them, of users that the report has no row of: they were created since, or
    /// the
    /// report was cut. Empty where either is missing.
    /// </summary>
    public ImmutableArray<JsonCell> UnreportedUsers => _unreportedUsers.Value;

    /// <summary>The evidence that other evidence contradicts.</summary>
    public IEnumerable<Doubt> Doubts => Disagreements.SelectMany(disagreement => disagreement.Doubts);

    /// <summary>Whether the same evidence was compared before, and nothing said anything else.</summary>
    internal bool IsKnownToAgree { get; init; }

    /// <summary>What its sources say differently.</summary>
    internal ImmutableArray<Disagreement> Disagreements => _disagreements.Value;

    /// <summary>The answer whose file has that name in a snapshot folder (see <see cref="EvidenceFiles"/>).</summary>
    /// <exception cref="ArgumentException">No answer has that file name.</exception>
    public Answer AnswerOf(string fileName)
    {
        foreach (var answer in Answers)
        {
            if (answer.FileName == fileName)
                return answer;
        }

        throw new ArgumentException($"No answer is called '{fileName}'.", nameof(fileName));
    }

    /// <summary>
    /// The bytes of one of <see cref="Files"/>, as they were read: for whoever looks a cell up by another way than this
    /// room does. Null where no such file was given.
    /// </summary>
    /// <exception cref="EvidenceReadException">
    /// A large credential report was changed since, cannot be read any more, or has more than
    /// <see cref="SnapshotLimits.FileBytes"/>: unlike rows, a whole file has to fit into memory.
    /// </exception>
    public ReadOnlyMemory<byte>? ContentOf(string fileName) =>
        Report is { } report && report.File.Name == fileName ? report.ReadContent(SnapshotLimits.Default.FileBytes)
        : Answers.FirstOrDefault(answer => answer.File?.Name == fileName)?.Content;

    /// <summary>
    /// Reads a sealed snapshot (folder or zip; all of it is checked, and a damaged one is an error), a credential
    /// report
    /// (CSV, or the JSON that the AWS CLI prints; of any name, told apart by content) or a folder of the AWS CLI's
    /// outputs by name. Whatever is wrong with the input is a diagnostic, not an exception.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotResult Open(
        string path, SnapshotLimits? limits = null, CancellationToken cancellationToken = default) =>
        Open(path, new VerifyOptions { Limits = limits ?? SnapshotLimits.Default }, cancellationToken);

    /// <summary>The same, with the keys whose signatures count, and whether there must be one.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotResult Open(
        string path, VerifyOptions options, CancellationToken cancellationToken = default) =>
        SignatureRule.Apply(
            new SnapshotReader(options.Limits, cancellationToken) { Watchers = options.Watchers }
                .Open(path, options.TrustedKeys),
            options);

    /// <summary>Reads a credential report, CSV or JSON, from a stream such as standard input, to its end.</summary>
    /// <param name="stream">The bytes; stays open.</param>
    /// <param name="name">The snapshot's name; <c>-</c> for standard input.</param>
    /// <param name="limits">How much is read; null for the default limits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotResult Read(
        Stream stream, string name, SnapshotLimits? limits = null, CancellationToken cancellationToken = default) =>
        new SnapshotReader(limits ?? SnapshotLimits.Default, cancellationToken).Read(stream, name);

    /// <summary>The same; where a signature is required it cannot be used, as nothing vouches for it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotResult Read(
        Stream stream, string name, VerifyOptions options, CancellationToken cancellationToken = default) =>
        SignatureRule.Apply(Read(stream, name, options.Limits, cancellationToken), options);

    /// <summary>Reads files that somebody holds in memory, as a folder of these files would be read.</summary>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="files">Their bytes by name; only names of <see cref="EvidenceFiles"/> may stand here.</param>
    /// <param name="limits">How much is read; null for the default limits.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">A snapshot has no file of such a name.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SnapshotResult Read(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files,
        string name,
        SnapshotLimits? limits = null,
        CancellationToken cancellationToken = default) =>
        new SnapshotReader(limits ?? SnapshotLimits.Default, cancellationToken).Read(files, name);

    private ImmutableArray<JsonCell> FindUnreportedUsers()
    {
        if (Report is not { } report || AnswerOf(EvidenceFiles.Users).Find("Users") is not { } users)
            return [];
        var reported = report.Rows().Where(row => !row.IsRoot).Select(row => row.User)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. users.Children().Select(user => user.Property("UserName")).OfType<JsonCell>()
                .Where(name => !reported.Contains(name.Text)),
        ];
    }
}
