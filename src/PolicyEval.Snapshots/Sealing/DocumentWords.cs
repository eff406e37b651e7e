using System.Diagnostics;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>The words of <c>snapshot.json</c> for the closed sets of the model, and back.</summary>
internal static class DocumentWords
{
    public static string Of(SnapshotKind kind) => kind switch
    {
        SnapshotKind.Account => "account",
        SnapshotKind.Organization => "organization",
        _ => throw new UnreachableException($"Kind {kind}."),
    };

    public static string Of(SnapshotOrigin origin) => origin switch
    {
        SnapshotOrigin.Collected => "collected",
        SnapshotOrigin.Asserted => "asserted",
        _ => throw new UnreachableException($"Origin {origin}."),
    };

    public static string Of(CallStatus status) => status switch
    {
        CallStatus.Complete => "complete",
        CallStatus.Absent => "absent",
        CallStatus.NotApplicable => "not_applicable",
        CallStatus.Failed => "failed",
        CallStatus.NotCalled => "not_called",
        _ => throw new UnreachableException($"Status {status}."),
    };

    /// <summary>The member that has this word, or null.</summary>
    public static T? Find<T>(string word, Func<T, string> wordOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (wordOf(value) == word)
                return value;
        }

        return null;
    }
}
