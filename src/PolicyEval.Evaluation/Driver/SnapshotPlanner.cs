using System.Collections.Immutable;
using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Settles the instant of each snapshot, and names it for reports.</summary>
internal static class SnapshotPlanner
{
    /// <summary>A snapshot that is to be evaluated.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="label">What tells it from the others of the run.</param>
    /// <param name="asOf">The instant that the user gave, or null for the evidence's own time.</param>
    /// <param name="diagnostics">Takes what is to be said.</param>
    public static PlannedSnapshot Plan(
        SnapshotOutline snapshot, SnapshotLabel label, DateTimeOffset? asOf, DiagnosticBag diagnostics)
    {
        DateTimeOffset? generated = snapshot.GeneratedTime is { } time ? Instants.ToSecond(time) : null;
        if (asOf < generated)
        {
            diagnostics.Report(
                OptionDescriptors.AsOfBeforeEvidence, Location.None,
                Instants.ToText(asOf.Value), Instants.ToText(generated.Value), snapshot.Name);
        }
        return new PlannedSnapshot(snapshot, label, asOf ?? generated);
    }

    /// <summary>The ids of all accounts, none twice, in the order of the evidence; empty for an unknown one.</summary>
    public static ImmutableArray<string> AccountsOf(ImmutableArray<PlannedSnapshot> snapshots) =>
        [.. snapshots.SelectMany(snapshot => snapshot.Accounts).Distinct(StringComparer.Ordinal)];

    /// <summary>A snapshot as reports name it.</summary>
    public static SnapshotReference ReferenceOf(PlannedSnapshot planned)
    {
        var snapshot = planned.Outline;
        var partitions = snapshot.Accounts.Select(a => a.Partition).Distinct(StringComparer.Ordinal).ToArray();
        return new SnapshotReference
        {
            Name = snapshot.Name,
            Label = planned.Label,
            Digest = snapshot.Digest,
            Seal = SealOf(snapshot),
            Account = snapshot.Accounts is [var only] ? only.Id : "",
            Accounts = [.. snapshot.Accounts.Select(a => a.Id)],
            Partition = partitions is [var partition] ? partition : "",
            GeneratedTime = snapshot.GeneratedTime is { } generated ? Instants.ToText(generated) : null,
            AsOf = planned.AsOfTime is { } asOf ? Instants.ToText(asOf) : null,
            Projected = planned.AsOfTime > snapshot.GeneratedTime,
            Sources =
            [
                .. snapshot.Files.Select(f =>
                    new SourceReference(f.Name, f.Path, f.Sha256, f.Length, f.Rows, StatusOf(f.Status))
                    {
                        DecodedFrom = f.DecodedFrom,
                    }),
            ],
        };
    }

    private static SealReference? SealOf(SnapshotOutline snapshot) => snapshot.Document is not { } document
        ? null
        : new SealReference
        {
            IsCollected = document.Origin == SnapshotOrigin.Collected,
            At = Instants.ToText(Instants.ToSecond(document.StartedAt)),
            AssertedBy = document.Assertion?.By ?? "",
            Caller = document.Caller?.Arn ?? "",
            IsComplete = document.IsComplete,
            Signatures =
            [
                .. snapshot.Signatures.Where(s => s.Status == SignatureStatus.Valid)
                    .Select(s => new SignatureReference(s.KeyId, s.IsTrusted)),
            ],
        };

    private static string StatusOf(EvidenceStatus status) => status switch
    {
        EvidenceStatus.Given => "given",
        EvidenceStatus.Denied => "denied",
        EvidenceStatus.NoSuchEntity => "no-such-entity",
        _ => throw new System.Diagnostics.UnreachableException($"{status}"),
    };
}
