using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>All resources of a type that answers list. Immutable.</summary>
/// <param name="Table">Their type.</param>
/// <param name="Lists">The lists that they stand in.</param>
/// <param name="Records">Those that are here, in order.</param>
/// <param name="IdOf">
/// The name of one within its account; null where each account has exactly one, which goes by the account's id.
/// </param>
/// <param name="ArnPath">The property that holds the ARN; empty where there is none.</param>
internal sealed record Population(
    RecordTable Table,
    Func<SnapshotEvidence, EvidenceList[]> Lists,
    Func<SnapshotEvidence, IEnumerable<JsonRecord>> Records,
    Func<JsonRecord, string?>? IdOf,
    string ArnPath)
{
    /// <summary>A resource as findings name it.</summary>
    /// <param name="record">The resource.</param>
    /// <param name="account">The account's id, or empty.</param>
    public ResourceReference ReferenceOf(JsonRecord record, string account) => new(
        Table.Name,
        IdOf is null ? account : IdOf(record) ?? record.Cell!.Value.Field,
        ArnPath.Length == 0 ? "" : record.TextOf(ArnPath) ?? "",
        account);

    /// <summary>
    /// What stands for the resources that nobody can list, as some list is not all here, or for none; null where those
    /// that are here are all.
    /// </summary>
    public StandIn? StandInIn(SnapshotEvidence evidence, string account)
    {
        var lists = Lists(evidence);
        if (Array.Find(lists, list => list.Gap.Length > 0) is { } gap)
            return StandIn.ForUnlisted(
                Table.Name, account, gap.Missing!, gap.Answer.Status == AnswerStatus.NotGiven);
        return Records(evidence).Any()
            ? null
            : StandIn.ForNone(
                Table.Name, account, string.Join(", ", lists.Select(list => list.Property)),
                () => [.. lists.Select(list => EvidenceCells.Of(list.Answer, list.Cell!.Value))]);
    }
}
