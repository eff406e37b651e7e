using PolicyEval.Evaluation.Compilation;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Some resources of a type that answers list.</summary>
/// <param name="Scope">The snapshot.</param>
/// <param name="Population">All of them.</param>
/// <param name="Records">Those of this piece.</param>
/// <param name="IsLast">Whether no piece follows: this one tells what is missing, or that there is nothing.</param>
internal sealed record AnswerRange(SnapshotScope Scope, Population Population, JsonRecord[] Records, bool IsLast)
    : ResourceRange(Scope)
{
    // An answer names no account, and none is given beside a report of several.
    private AccountScope Account => Scope.Accounts[0];

    /// <inheritdoc/>
    public override IEnumerable<ResourceItem> Resources() => Population.IdOf is null
        ? Records.SelectMany(record => Scope.Accounts.Select(account => ItemOf(record, account)))
        : Records.Select(record => ItemOf(record, Account));

    /// <inheritdoc/>
    public override bool IsFor(CompiledPolicy policy) =>
        Population != Populations.Users || Scope.ListsUsersOf(policy);

    /// <inheritdoc/>
    public override IEnumerable<StandIn> StandInsFor(CompiledPolicy policy) =>
        IsLast && policy.Policy.Resource == Population.Table.Name && IsFor(policy)
        && Population.StandInIn(Scope.Evidence, Account.Id) is { } standIn
            ? [standIn]
            : [];

    private ResourceItem ItemOf(JsonRecord record, AccountScope account) => new(
        Population.ReferenceOf(record, account.Id),
        Population == Populations.Users ? Scope.Evidence.UserJoins.UserOf(record) : record,
        account);
}
