using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Makes the findings of one policy. Immutable.</summary>
/// <param name="planned">The policy.</param>
internal sealed class FindingMaker(PlannedPolicy planned)
{
    private readonly ImmutableArray<ParamReference> _params = [.. planned.Params.Select(param => param.ToReference())];

    /// <summary>A finding of an outcome that needs no more than words and cells.</summary>
    public Verdict Make(
        SnapshotScope scope,
        ResourceReference resource,
        Outcome outcome,
        string reason,
        string message,
        ImmutableArray<EvidenceCell> evidence) => Make(scope, resource, outcome, reason, message, evidence, [], []);

    /// <summary>A failure; the first violation gives it its reason and its sentence.</summary>
    public Verdict Fail(
        SnapshotScope scope,
        ResourceReference resource,
        ImmutableArray<Violation> violations,
        ImmutableArray<EvidenceCell> evidence) => Make(
            scope, resource, Outcome.Fail, violations[0].Reason, violations[0].Message, evidence, violations, []);

    /// <summary>A finding that evidence is missing for, at least in one place.</summary>
    public Verdict Missing(
        SnapshotScope scope, ResourceReference resource, Outcome outcome, ImmutableArray<MissingEvidence> missing) =>
        Make(
            scope, resource, outcome, outcome == Outcome.NotAssessed ? "NotInSnapshot" : "MissingEvidence",
            MissingText.Describe(missing), [], [], missing);

    private Verdict Make(
        SnapshotScope scope,
        ResourceReference resource,
        Outcome outcome,
        string reason,
        string message,
        ImmutableArray<EvidenceCell> evidence,
        ImmutableArray<Violation> violations,
        ImmutableArray<MissingEvidence> missing)
    {
        var policy = planned.Compiled.Policy;
        return Verdict.Of(new Finding
        {
            Policy = policy.Name,
            Title = policy.Title,
            Controls = planned.Controls,
            Snapshot = scope.Snapshot.Digest,
            Resource = resource,
            Outcome = outcome,
            Reason = reason,
            Message = message,
            Violations = violations,
            Severity = planned.Severity.Value,
            Params = _params,
            Fingerprint = Fingerprint.Of(policy.Name, resource),
            Evidence = evidence,
            Missing = missing,
        });
    }
}
