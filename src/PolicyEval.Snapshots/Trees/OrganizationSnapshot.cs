using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Snapshots.Trees;

/// <summary>An organisation's list of accounts: the population. Immutable.</summary>
public sealed record OrganizationSnapshot
{
    /// <summary><c>organization/2026-01-02T030405Z</c> for a sealed one, else its place.</summary>
    public required string Name { get; init; }

    /// <summary>The digest of the snapshot; empty where it cannot be used.</summary>
    public required string Digest { get; init; }

    /// <summary>Whether it holds every account: nothing failed, and no page is missing.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The accounts in AWS's order; empty where it cannot be used.</summary>
    public required ImmutableArray<OrganizationAccount> Accounts { get; init; }

    /// <summary>Whether a seal vouches for it.</summary>
    public required bool IsSealed { get; init; }

    /// <summary>Who signed it.</summary>
    public ImmutableArray<SignatureState> Signatures { get; init; } = [];

    /// <summary>All that is to be said about it.</summary>
    public required ImmutableArray<SnapshotDiagnostic> Diagnostics { get; init; }

    /// <summary>Where it was read from; empty for what was in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The bytes of the list.</summary>
    internal ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Whether it cannot be used.</summary>
    public bool IsUnusable => Diagnostics.Any(diagnostic => diagnostic.Severity == SnapshotSeverity.Error);

    /// <summary>Reads one: sealed, and then checked whole, or a folder with the list of the AWS CLI.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="place">Its name in messages.</param>
    /// <param name="options">What a verification may rely on.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OrganizationSnapshot Open(
        string path, string place, VerifyOptions options, CancellationToken cancellationToken = default)
    {
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        if (BagReader.IsBag(path))
        {
            var contents = new SealedReader(options.Limits, diagnostics, cancellationToken)
                .Read(path, options.TrustedKeys);
            return Of(contents, place, options, diagnostics) with { Path = path };
        }

        new NestedSnapshots(options.Limits, diagnostics, cancellationToken).Refuse(path, place);
        var source = new SourceReader(options.Limits, diagnostics, cancellationToken).ReadFile(
            System.IO.Path.Combine(path, EvidenceFiles.OrganizationAccounts), EvidenceFiles.OrganizationAccounts,
            inFolder: true);
        return Of(null, source, place, options, diagnostics) with { Path = path };
    }

    /// <summary>Reads a sealed one that is a zip in memory.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static OrganizationSnapshot OpenZip(
        ReadOnlyMemory<byte> zip, string place, VerifyOptions options, CancellationToken cancellationToken)
    {
        var diagnostics = new SnapshotDiagnosticBag(options.Limits.Diagnostics);
        using var bag = BagReader.OpenZip(zip, place, options.Limits, diagnostics, cancellationToken);
        var contents = new SealedReader(options.Limits, diagnostics, cancellationToken).Read(bag, options.TrustedKeys);
        return Of(contents, place, options, diagnostics);
    }

    /// <summary>Reads the list that the AWS CLI printed.</summary>
    internal static OrganizationSnapshot Read(ReadOnlyMemory<byte> list, string place, VerifyOptions options) => Of(
        null, new Source(EvidenceFiles.OrganizationAccounts, list), place, options,
        new SnapshotDiagnosticBag(options.Limits.Diagnostics));

    private static OrganizationSnapshot Of(
        SealedContents contents, string place, VerifyOptions options, SnapshotDiagnosticBag diagnostics) => Of(
        contents, contents.Evidence.FirstOrDefault(evidence => evidence.Name == EvidenceFiles.OrganizationAccounts),
        place, options, diagnostics);

    private static OrganizationSnapshot Of(
        SealedContents? contents,
        Source? source,
        string place,
        VerifyOptions options,
        SnapshotDiagnosticBag diagnostics)
    {
        var answer = diagnostics.Errors > 0 || source is null
            ? null
            : new AnswerReader(options.Limits, diagnostics).Read(source, EvidenceFiles.OrganizationAccounts);
        var accounts = answer is { Status: AnswerStatus.Given } ? AccountsIn(answer) : [];
        if (diagnostics.Errors == 0 && accounts.Length == 0)
            diagnostics.Report(TreeDescriptors.NoAccountsListed, EvidenceFiles.OrganizationAccounts);
        var name = contents?.Document is { } document ? SnapshotPlace.LabelOf(document) : place;
        if (options.RequireSignature && diagnostics.Errors == 0)
            SignatureRule.Check(name, contents is not null, contents?.Signatures ?? [], diagnostics);
        var digest = contents?.Digest ?? (answer?.File is { } file ? SnapshotDigest.Of([file]) : "");
        return new OrganizationSnapshot
        {
            Name = name,
            Digest = diagnostics.Errors > 0 ? "" : digest,
            IsWhole = diagnostics.Errors == 0 && answer is { Cut: null } && contents?.Document?.IsComplete != false,
            Accounts = diagnostics.Errors > 0 ? [] : accounts,
            IsSealed = contents is not null,
            Signatures = contents?.Signatures ?? [],
            Diagnostics = diagnostics.ToImmutable(),
            Content = source?.Memory ?? default,
        };
    }

    // AWS put State in the place of Status, which it retires.
    private static ImmutableArray<OrganizationAccount> AccountsIn(Answer answer) =>
    [
        .. (answer.Find("Accounts")?.Children() ?? []).Select(account => new OrganizationAccount(
            TextOf(account, "Id"), TextOf(account, "Arn"), TextOf(account, "Name"),
            TextOf(account, "State") is { Length: > 0 } state ? state : TextOf(account, "Status"))),
    ];

    private static string TextOf(JsonCell account, string property) =>
        account.Property(property) is { Kind: JsonCellKind.String } cell ? cell.Text : "";
}
