using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Finds groups and managed policies that users, groups and roles of the authorization details name and that the lists
/// there lack. AWS lists every group, and every managed policy that is attached (IAM API Reference,
/// "GetAccountAuthorizationDetails"), unless <c>--filter</c> leaves them out.
/// </summary>
internal static class ReferenceCheck
{
    private const string Groups = "GroupDetailList";
    private const string Policies = "Policies";

    /// <summary>At most one of either list.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        var answer = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        if (answer.Status != AnswerStatus.Given)
            return [];
        string[] owners = ["UserDetailList", Groups, "RoleDetailList"];
        var groups = Named(answer, owners, "GroupList");
        var policies = Named(answer, owners, "AttachedManagedPolicies").Select(policy => policy.Property("PolicyArn"))
            .OfType<JsonCell>();
        return new[] { Lacking(answer, Groups, "GroupName", groups), Lacking(answer, Policies, "Arn", policies) }
            .OfType<Disagreement>();
    }

    private static IEnumerable<JsonCell> Named(Answer answer, string[] owners, string list) =>
        owners.Select(owner => answer.Find(owner)).OfType<JsonCell>()
            .SelectMany(owner => owner.Children()).Select(owner => owner.Property(list)).OfType<JsonCell>()
            .SelectMany(names => names.Children());

    private static Disagreement? Lacking(Answer answer, string property, string key, IEnumerable<JsonCell> named)
    {
        if (CrossCheck.ListOf(answer, property) is not { } list)
            return null;
        var known = list.Children().Select(element => CrossCheck.TextOf(element, key))
            .ToHashSet(StringComparer.Ordinal);

        // An element without a name may be any.
        var missing = known.Contains(null)
            ? []
            : named.Where(name => name.Kind == JsonCellKind.String && !known.Contains(name.Text))
                .DistinctBy(name => name.Text, StringComparer.Ordinal).ToArray();
        if (missing is not [var first, ..])
            return null;
        var names = Array.ConvertAll(missing, name => name.Text);
        var why = FormattableString.Invariant(
            $"lacks {missing.Length} that are named, {names[0]} at {Disagreement.PlaceOf(answer, first)} first");
        return Disagreement.At(
            answer, first, CrossCheckDescriptors.NotListed,
            [property, Disagreement.PlaceOf(answer, list), Disagreement.Text(missing.Length), CrossCheck.Names(names)],
            new Doubt(answer.FileName, property, Doubt.Whole, why));
    }
}
