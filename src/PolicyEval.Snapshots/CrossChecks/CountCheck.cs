using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares the counts of the account summary with the lists of the other answers. <c>--filter</c> of
/// GetAccountAuthorizationDetails leaves lists empty without a mark; a count tells.
/// <para>
/// The numbers are those that the quotas limit (IAM API Reference, "GetAccountSummary": "entity usage and IAM quotas").
/// So Policies counts customer managed policies alone, while the details also list AWS's own that are attached. Whether
/// service-linked roles are in Roles, AWS does not say: fewer counted than listed proves nothing there. MFADevices
/// counts hardware too, which no answer lists for root, so that no list has to have that many.
/// </para>
/// </summary>
internal static class CountCheck
{
    private static readonly ImmutableArray<CountedList> Lists =
    [
        new("Users", "users", EvidenceFiles.AccountAuthorizationDetails, "UserDetailList", IsExact: true),
        new("Users", "users", EvidenceFiles.Users, "Users", IsExact: true),
        new("Groups", "groups", EvidenceFiles.AccountAuthorizationDetails, "GroupDetailList", IsExact: true),
        new("Roles", "roles", EvidenceFiles.AccountAuthorizationDetails, "RoleDetailList", IsExact: false),
        new("Policies", "customer managed policies", EvidenceFiles.AccountAuthorizationDetails, "Policies",
            IsExact: true),
        new("ServerCertificates", "server certificates", EvidenceFiles.ServerCertificates,
            "ServerCertificateMetadataList", IsExact: true),
    ];

    /// <summary>The lists that have another length; those that are too short are not all here.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        var summary = snapshot.AccountSummary;
        foreach (var counted in Lists)
        {
            var answer = snapshot.AnswerOf(counted.File);
            if (summary.Find($"SummaryMap/{counted.Count}") is not { Int: { } count } cell
                || CrossCheck.ListOf(answer, counted.Property) is not { } list)
            {
                continue;
            }

            var length = list.Children().Count(element => !IsOfAws(element));
            if (length == count || (length > count && !counted.IsExact))
                continue;
            var why = FormattableString.Invariant(
                $"lists {length} {counted.Words}, but {cell.Field} = {count} at {Disagreement.PlaceOf(summary, cell)}");
            yield return Disagreement.At(
                summary, cell, CrossCheckDescriptors.OtherCount,
                [
                    Disagreement.Text(count), counted.Words, counted.Property, Disagreement.PlaceOf(answer, list),
                    Disagreement.Text(length),
                ],
                count > length ? [new Doubt(counted.File, counted.Property, Doubt.Whole, why)] : []);
        }
    }

    private static bool IsOfAws(JsonCell element) =>
        CrossCheck.TextOf(element, "Arn") is { } arn && IsOfAws(arn.AsSpan());

    private static bool IsOfAws(ReadOnlySpan<char> arn)
    {
        Span<Range> parts = stackalloc Range[6];
        return arn.Split(parts, ':') >= 5
            && arn[parts[0]] is "arn" && arn[parts[2]] is "iam" && arn[parts[4]] is "aws";
    }
}
