using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares how many principals have a managed policy, as it counts them, with those that name it. Attachments and
/// permission boundaries are counted apart (IAM API Reference, "ManagedPolicyDetail").
/// </summary>
internal static class AttachmentCheck
{
    private const string Policies = "Policies";

    private static readonly ImmutableArray<(string List, string Count)> Owners =
        [("UserDetailList", "Users"), ("GroupDetailList", "Groups"), ("RoleDetailList", "Roles")];

    private static readonly ImmutableArray<(string Count, Func<JsonCell, IEnumerable<JsonCell?>> ArnsIn)> Counts =
    [
        ("AttachmentCount", owner => owner.Property("AttachedManagedPolicies") is { } attached
            ? attached.Children().Select(policy => policy.Property("PolicyArn"))
            : []),
        ("PermissionsBoundaryUsageCount", owner => [owner.Find("PermissionsBoundary/PermissionsBoundaryArn")]),
    ];

    /// <summary>At most one of each count.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        var answer = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        if (answer.Status != AnswerStatus.Given || answer.Find(Policies) is not { Kind: JsonCellKind.Array } list)
            return [];
        var isWhole = Owners.All(owner => IsWhole(snapshot, answer, owner));
        return Counts.Select(count => Differing(answer, list, count.Count, NamedIn(answer, count.ArnsIn), isWhole))
            .OfType<Disagreement>();
    }

    /// <summary>Whether all owners are here. <c>--filter</c> leaves a list empty without a mark.</summary>
    private static bool IsWhole(Snapshot snapshot, Answer answer, (string List, string Count) owner) =>
        CrossCheck.ListOf(answer, owner.List) is { } list
        && (list.Children().Any() || snapshot.AccountSummary.Find($"SummaryMap/{owner.Count}") is { Int: 0 });

    /// <summary>Where each owner names a policy, once for each owner, by the policy's ARN.</summary>
    private static ILookup<string, JsonCell> NamedIn(Answer answer, Func<JsonCell, IEnumerable<JsonCell?>> arnsIn) =>
        Owners.Select(owner => answer.Find(owner.List)).OfType<JsonCell>().SelectMany(list => list.Children())
            .SelectMany(owner => arnsIn(owner).OfType<JsonCell>().Where(arn => arn.Kind == JsonCellKind.String)
                .DistinctBy(arn => arn.Text, StringComparer.Ordinal))
            .ToLookup(arn => arn.Text, StringComparer.Ordinal);

    private static Disagreement? Differing(
        Answer answer, JsonCell list, string property, ILookup<string, JsonCell> named, bool isWhole)
    {
        var differing = new List<(JsonCell Policy, JsonCell Count, Doubt Doubt)>();
        foreach (var (index, policy) in list.Children().Index())
        {
            if (CrossCheck.TextOf(policy, "Arn") is not { } arn
                || policy.Property(property) is not { Int: { } counted } count)
            {
                continue;
            }

            // Who is named is named, also by one page of several; who is not may stand on another.
            var owners = named[arn].ToArray();
            if (owners.Length > counted || (isWhole && owners.Length < counted))
            {
                var doubt = new Doubt(
                    answer.FileName, $"{Policies}/{property}", index, Why(answer, counted, owners));
                differing.Add((policy, count, doubt));
            }
        }

        if (differing is not [var first, ..])
            return null;
        var names = differing.ConvertAll(
            other => CrossCheck.TextOf(other.Policy, "PolicyName") ?? other.Policy.Field);
        return Disagreement.At(
            answer, first.Count, CrossCheckDescriptors.OtherAttachments,
            [property, Disagreement.Text(differing.Count), CrossCheck.Names(names)],
            [.. differing.Select(other => other.Doubt)]);
    }

    private static string Why(Answer answer, long counted, JsonCell[] owners) => FormattableString.Invariant(
        $"counts {counted}, and {owners.Length} users, groups and roles name the policy")
        + (owners is [var first, ..] ? $", first at {Disagreement.PlaceOf(answer, first)}" : "");
}
