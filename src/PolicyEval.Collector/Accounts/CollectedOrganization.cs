using System.Collections.Immutable;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>What came of listing an organisation's accounts.</summary>
/// <param name="Collected">The evidence of the list, or why there is none.</param>
/// <param name="Accounts">The accounts in AWS's order; all of them where no call failed.</param>
internal sealed record CollectedOrganization(Collected Collected, ImmutableArray<OrganizationAccount> Accounts);
