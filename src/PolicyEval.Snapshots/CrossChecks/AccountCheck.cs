using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>Finds answers of another account than the snapshot's, by the ARNs of what an account owns.</summary>
internal static class AccountCheck
{
    /// <summary>The first of each answer.</summary>
    public static IEnumerable<Disagreement> Of(Snapshot snapshot)
    {
        if (snapshot.Accounts is not [var account])
            yield break;
        foreach (var answer in snapshot.Answers)
        {
            if (Arns(answer).FirstOrDefault(arn => IsOfAnother(arn, account.Id)) is { Kind: JsonCellKind.String } other)
            {
                yield return Disagreement.At(
                    answer, other, CrossCheckDescriptors.OtherAccount, [other.Text, account.Id]);
            }
        }
    }

    /// <summary>
    /// The ARNs of what the account owns. Those of an organisation's accounts are of others by their nature.
    /// </summary>
    private static IEnumerable<JsonCell?> Arns(Answer answer)
    {
        if (answer is not { Status: AnswerStatus.Given, Root: { } root }
            || answer.FileName == EvidenceFiles.OrganizationAccounts)
        {
            yield break;
        }

        yield return root.Property("Arn");
        foreach (var element in root.Children().SelectMany(list => list.Children()))
        {
            yield return element.Property("Arn");
            yield return element.Property("SerialNumber");
            yield return element.Find("User/Arn");
        }
    }

    /// <summary>Policies of AWS have <c>aws</c> for an account, and hardware devices no ARN for a number.</summary>
    private static bool IsOfAnother(JsonCell? arn, string account) =>
        arn is { Kind: JsonCellKind.String } cell && IsOfAnother(cell.Text, account);

    private static bool IsOfAnother(ReadOnlySpan<char> arn, string account)
    {
        Span<Range> parts = stackalloc Range[6];
        return arn.Split(parts, ':') == parts.Length
            && arn[parts[0]] is "arn"
            && arn[parts[4]] is { Length: 12 } id
            && !id.ContainsAnyExceptInRange('0', '9')
            && !id.SequenceEqual(account);
    }
}
