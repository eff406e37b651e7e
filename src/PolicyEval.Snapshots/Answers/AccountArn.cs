using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Answers;

/// <summary>
/// The ARN by which answers tell the account that they are of: that of the caller, else of the first thing that they
/// list and the account owns.
/// </summary>
/// <param name="Answer">The answer that holds it.</param>
/// <param name="Cell">The ARN.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Partition">The partition.</param>
public sealed record AccountArn(Answer Answer, JsonCell Cell, string Account, string Partition)
{
    private const string Property = "Arn";

    /// <summary>The first in answers, sorted by file name; null where there is none.</summary>
    internal static AccountArn? In(ImmutableArray<Answer> answers)
    {
        var ofCallers = answers.Select(answer => Read(answer, answer.Root));
        var ofLists = answers.SelectMany(answer => Elements(answer).Select(element => Read(answer, element)));
        return ofCallers.Concat(ofLists).OfType<AccountArn>().FirstOrDefault();
    }

    private static IEnumerable<JsonCell?> Elements(Answer answer) =>
        answer is { Status: AnswerStatus.Given, Root: { } root }
            ? root.Children().SelectMany(list => list.Children()).Select(element => (JsonCell?)element)
            : [];

    private static AccountArn? Read(Answer answer, JsonCell? owner) =>
        answer.Status == AnswerStatus.Given
        && owner?.Property(Property) is { Kind: JsonCellKind.String } cell
        && cell.Text.Split(':') is ["arn", { Length: > 0 } partition, _, _, { Length: 12 } account, _, ..]
        && account.All(char.IsAsciiDigit)
            ? new AccountArn(answer, cell, account, partition)
            : null;
}
