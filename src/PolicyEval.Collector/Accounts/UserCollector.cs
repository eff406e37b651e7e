using System.Collections.Immutable;
using PolicyEval.Collector.Aws;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Accounts;

/// <summary>Asks what only can be asked user by user.</summary>
internal sealed class UserCollector(AccountCalls calls)
{
    // One refused user may be a policy about that user; three in a row are one about all, and hundreds of refused
    // calls would look like an attack to whoever watches the account.
    private const int FailuresMax = 3;

    /// <summary>Asks an operation for each of the users, or notes why it cannot be asked.</summary>
    /// <param name="operation">An operation of the scope <see cref="CallScope.User"/>.</param>
    /// <param name="users">The users, or null where they could not be listed to the end.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task CollectAsync(
        ApiOperation operation, ImmutableArray<string>? users, CancellationToken cancellation)
    {
        if (users is not { } names)
        {
            AddNotCalled(operation, "The users are not known, because ListUsers failed.");
            return;
        }

        var failures = 0;
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var request = ApiRequest.For(operation, ("UserName", names[i]));
            if (!written.Add(calls.Log.WrittenAs(names[i])))
            {
                // The answers about both would be taken for those about one.
                calls.Log.AddUnsent(
                    request, FailureKind.Refused, CallErrors.NotCalled,
                    "Without what looks like a secret, this user's name is that of another user.");
                continue;
            }

            var failure = await calls.SendAllAsync(request, onPage: null, cancellation).ConfigureAwait(false);
            // A user who was deleted after ListUsers leaves no gap.
            failures = failure is null or { Kind: FailureKind.NoSuchEntity } ? 0 : failures + 1;
            if (failures < FailuresMax || i == names.Length - 1)
                continue;

            AddNotCalled(
                operation,
                $"{FailuresMax} users in a row failed ({failure!.Error.Code}), so {names.Length - 1 - i} more were "
                + "not asked for.");
            return;
        }
    }

    private void AddNotCalled(ApiOperation operation, string why) =>
        calls.Log.AddUnsent(ApiRequest.For(operation), FailureKind.Refused, CallErrors.NotCalled, why);
}
