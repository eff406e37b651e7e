using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Snapshots.CrossChecks;

/// <summary>
/// Compares the sources of a snapshot with each other, bare or sealed: the accounts that they name, users, what
/// names what, counts, attachments, versions, credentials, ages. The door of this folder.
/// </summary>
internal static class CrossCheck
{
    private const int NamesShown = 5;

    /// <summary>All that disagrees. Of two accounts nothing else is compared.</summary>
    public static ImmutableArray<Disagreement> Of(Snapshot snapshot)
    {
        // Beside the report of several accounts no answer may stand, and that is told already. A report alone, which
        // may be a large one, is not gone through in vain.
        if (snapshot.Accounts.Length > 1
            || snapshot.Answers.All(answer => answer.Status == AnswerStatus.NotGiven))
        {
            return [];
        }

        ImmutableArray<Disagreement> accounts = [.. AccountCheck.Of(snapshot)];
        return accounts.Length > 0
            ? accounts
            :
            [
                // Who names what is missing says more than who counts it: the first doubt about a list is told.
                .. UserCheck.Of(snapshot), .. OwnerCheck.Of(snapshot), .. ReferenceCheck.Of(snapshot),
                .. CountCheck.Of(snapshot), .. AttachmentCheck.Of(snapshot), .. VersionCheck.Of(snapshot),
                .. CredentialCheck.Of(snapshot), .. AgeCheck.Of(snapshot),
            ];
    }

    /// <summary>A list at the top of an answer, where all of it is here; else null.</summary>
    public static JsonCell? ListOf(Answer answer, string property) =>
        answer is { Status: AnswerStatus.Given, Cut: null }
        && answer.Find(property) is { Kind: JsonCellKind.Array } list
            ? list
            : null;

    /// <summary>The text of a property, or null.</summary>
    public static string? TextOf(JsonCell owner, string property) =>
        owner.Property(property) is { Kind: JsonCellKind.String } text ? text.Text : null;

    /// <summary>The first names, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<string> names) => NameList.Of(names, NamesShown);
}
