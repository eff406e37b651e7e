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

    /// <summary>What is missing to know which resources there are; null where those that are here are all.</summary>
    public UnlistedResources? UnlistedIn(SnapshotEvidence evidence, string account)
    {
        var gap = Lists(evidence).FirstOrDefault(list => list.Gap.Length > 0);
        return gap is null
            ? null
            : new UnlistedResources(
                new ResourceReference(Table.Name, ResourceReference.Unlisted, "", account), gap.Missing!,
                gap.Answer.Status == AnswerStatus.NotGiven);
    }
}
