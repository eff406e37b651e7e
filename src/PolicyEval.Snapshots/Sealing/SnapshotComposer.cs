using System.Collections.Immutable;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Composes a snapshot from its facts and its evidence. Pure: the same input gives the same bytes, so a verifier
/// composes again and compares. What it makes of the input is part of the format: a change needs a new format.
/// </summary>
public static class SnapshotComposer
{
    /// <summary>Composes what the collector was answered.</summary>
    /// <param name="facts">What does not follow from the answers.</param>
    /// <param name="records">Every attempt at every call, in the order of sending.</param>
    /// <param name="page">The raw page that a record names, redacted.</param>
    /// <param name="limits">How much is read; null for the default limits.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ComposedSnapshot Compose(
        SnapshotFacts facts,
        IReadOnlyList<CallRecord> records,
        Func<string, ReadOnlyMemory<byte>> page,
        SnapshotLimits? limits = null,
        CancellationToken cancellationToken = default) =>
        Compose(
            facts, records, new Source(BagLayout.Collection, CollectionLog.Write(records)),
            path => new Source(path, page(path)), _ => null, limits ?? SnapshotLimits.Default, cancellationToken);

    /// <summary>The same of a log and pages that are files already.</summary>
    /// <param name="facts">What does not follow from the answers.</param>
    /// <param name="records">Every attempt at every call, in the order of sending.</param>
    /// <param name="log">The log of these records.</param>
    /// <param name="page">The raw page that a record names.</param>
    /// <param name="held">
    /// What is held of a path: where it has the very bytes that are composed, nothing else is kept, nor hashed again.
    /// </param>
    /// <param name="limits">How much is read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static ComposedSnapshot Compose(
        SnapshotFacts facts,
        IReadOnlyList<CallRecord> records,
        Source log,
        Func<string, Source> page,
        Func<string, Source?> held,
        SnapshotLimits limits,
        CancellationToken cancellationToken)
    {
        DerivedFile[] derived =
        [
            .. AnswerDerivation.Derive(records, path => page(path).Memory)
                .Select(file => file with { Bytes = SourceOf(file, held).Memory }),
        ];
        var answers = new DerivedAnswers(derived, limits, cancellationToken);
        Source[] files =
        [
            .. derived.Select(file => SourceOf(file, held))
                .Concat(records.Select(record => record.File).OfType<string>().Select(page))
                .Append(log)
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
        var payload = PayloadOf(files);

        var reconciliation = Reconciler.Of(answers, facts.Partition);
        var clockOffset = ClockOffset(records);
        var document = Describe(facts) with
        {
            Caller = CallerOf(answers),
            GeneratedAt = answers.GeneratedAt,
            ClockOffset = clockOffset,
            Calls = CallOutcomes.Of(facts.Plan, records, answers),
            Reconciliation = reconciliation,
            Redactions = RedactionsOf(records),
            Warnings =
            [
                .. SnapshotWarnings.Of(records, answers, reconciliation, clockOffset),
                .. SnapshotWarnings.OfReport(payload),
            ],
            Files = FilesOf(files, answers.Report?.RowCount),
        };
        return new ComposedSnapshot(facts.Words is { } words ? InWords(document, words) : document, payload)
        {
            NamedAccounts = facts.Kind == SnapshotKind.Account ? AccountsOf(answers, document.Caller) : [],
            Parsed = answers.Parsed,
        };
    }

    /// <summary>Composes evidence that was gathered by hand.</summary>
    /// <param name="facts">Who vouches for it, and when.</param>
    /// <param name="files">The files under <c>data/</c>, named as <see cref="EvidenceFiles"/> has them.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal static ComposedSnapshot ComposeAsserted(
        SnapshotFacts facts,
        IEnumerable<BagFile> files,
        SnapshotLimits limits,
        CancellationToken cancellationToken)
    {
        Source[] sources =
        [
            .. files.OrderBy(file => file.Path, StringComparer.Ordinal)
                .Select(file => new Source(file.Path, file.Bytes)),
        ];
        var payload = PayloadOf(sources);
        var named = payload.Select(file => new DerivedFile(file.Path[BagLayout.Data.Length..], file.Bytes, []));
        var answers = new DerivedAnswers(named, limits, cancellationToken);
        var document = Describe(facts) with
        {
            GeneratedAt = answers.GeneratedAt,
            Files = FilesOf(sources, answers.Report?.RowCount),
        };
        return new ComposedSnapshot(document, payload)
        {
            // Evidence by hand may hold several accounts; then the document names none.
            NamedAccounts = facts.Account.Length > 0 ? AccountsOf(answers, caller: null) : [],
            Parsed = answers.Parsed,
        };
    }

    private static SnapshotDocument InWords(SnapshotDocument document, SnapshotWords words) => document with
    {
        Warnings = words.Warnings,
        Reconciliation = document.Reconciliation is { } counts ? counts with { Explanation = words.Explanation } : null,
        Calls =
        [
            .. document.Calls.Select(call => call.Error is { Code: CallErrors.UnusableReport } error
                ? call with { Error = error with { Message = words.ReportProblem } }
                : call),
        ],
    };

    private static ImmutableArray<string> AccountsOf(DerivedAnswers answers, SnapshotCaller? caller)
    {
        var accounts = (answers.Report?.Accounts ?? []).Select(account => account.Id)
            .Concat(answers.ListedAccounts());
        return [.. (caller is null ? accounts : accounts.Append(caller.Account)).Distinct(StringComparer.Ordinal)];
    }

    private static SnapshotDocument Describe(SnapshotFacts facts) => new()
    {
        Kind = facts.Kind,
        Origin = facts.Origin,
        Account = facts.Account,
        Partition = facts.Partition,
        Assertion = facts.Assertion,
        Producer = facts.Producer,
        StartedAt = facts.StartedAt,
        EndedAt = facts.EndedAt,
        Plan = facts.Plan,
        Previous = facts.Previous,
    };

    private static SnapshotCaller? CallerOf(DerivedAnswers answers) =>
        answers.TextOf(EvidenceFiles.CallerIdentity, "Arn") is { } arn
        && answers.TextOf(EvidenceFiles.CallerIdentity, "UserId") is { } userId
        && answers.TextOf(EvidenceFiles.CallerIdentity, "Account") is { } account
            ? new SnapshotCaller(arn, userId, account)
            : null;

    /// <summary>By the first answer that says AWS's time; the milliseconds that it lacks are cut off both.</summary>
    private static long? ClockOffset(IReadOnlyList<CallRecord> records)
    {
        var first = records.FirstOrDefault(record => record.RespondedAt is not null);
        return first?.RespondedAt?.ToUnixTimeSeconds() - first?.SentAt.ToUnixTimeSeconds();
    }

    private static ImmutableArray<RedactedFile> RedactionsOf(IReadOnlyList<CallRecord> records) =>
    [
        .. records.Where(record => record is { File: not null, Redactions.Length: > 0 })
            .Select(record => new RedactedFile(record.File!, record.Sha256, record.Redactions))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static Source SourceOf(DerivedFile file, Func<string, Source?> held)
    {
        var path = BagLayout.Data + file.Name;
        return held(path) is { } known && known.Bytes.SequenceEqual(file.Bytes.Span)
            ? known
            : new Source(path, file.Bytes);
    }

    private static ImmutableArray<BagFile> PayloadOf(Source[] files) =>
        [.. files.Select(file => new BagFile(file.Name, file.Memory))];

    private static ImmutableArray<SealedFile> FilesOf(Source[] files, long? reportRows) =>
    [
        .. files.Select(file => new SealedFile(
            file.Name,
            file.Sha256(),
            file.Bytes.Length,
            file.Name == BagLayout.Data + EvidenceFiles.CredentialReport ? reportRows : null)),
    ];
}
