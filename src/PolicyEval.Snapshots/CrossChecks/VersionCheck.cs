using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares the default version that a managed policy names with the one that is marked as such among its versions:
/// AWS writes both (IAM API Reference, "ManagedPolicyDetail" and "PolicyVersion").
/// </summary>
internal static class VersionCheck
{
    private const string List = "Policies";

    /// <summary>At most one.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        var answer = snapshot.AnswerOf(EvidenceFiles.AccountAuthorizationDetails);
        if (answer.Status != AnswerStatus.Given || answer.Find(List) is not { Kind: JsonCellKind.Array } list)
            return [];
        ImmutableArray<(int Index, JsonCell Policy, JsonCell Named, JsonCell Marked)> differing =
        [
            .. list.Children().Index().Select(item => Compare(item.Index, item.Item)).OfType<(
                int, JsonCell, JsonCell, JsonCell)>(),
        ];
        if (differing is not [var first, ..])
            return [];
        var names = differing.Select(d => CrossCheck.TextOf(d.Policy, "PolicyName") ?? d.Policy.Field).ToArray();
        return
        [
            Disagreement.At(
                answer, first.Named, CrossCheckDescriptors.OtherVersion,
                [Disagreement.Text(names.Length), CrossCheck.Names(names)],
                [.. differing.SelectMany(d => DoubtsOf(answer, d.Index, d.Named, d.Marked))]),
        ];
    }

    /// <summary>Several marks, or none, leave no version in force: that is told where the document is read.</summary>
    private static (int Index, JsonCell Policy, JsonCell Named, JsonCell Marked)? Compare(int index, JsonCell policy) =>
        policy.Property("DefaultVersionId") is { Kind: JsonCellKind.String } named
        && policy.Property("PolicyVersionList") is { Kind: JsonCellKind.Array } versions
        && versions.Children().Where(version => version.Property("IsDefaultVersion") is { Bool: true }).ToArray()
            is [var inForce]
        && inForce.Property("VersionId") is { Kind: JsonCellKind.String } marked
        && marked.Text != named.Text
            ? (index, policy, named, marked)
            : null;

    private static IEnumerable<Doubt> DoubtsOf(Answer answer, int index, JsonCell named, JsonCell marked) =>
    [
        new Doubt(
            answer.FileName, $"{List}/DefaultVersionId", index,
            $"is {named.Text}, and {marked.Text} is marked at {Disagreement.PlaceOf(answer, marked)}"),
        new Doubt(
            answer.FileName, $"{List}/PolicyVersionList/Document", index,
            $"is of {marked.Text}, and {named.Text} is the default at {Disagreement.PlaceOf(answer, named)}"),
    ];
}
