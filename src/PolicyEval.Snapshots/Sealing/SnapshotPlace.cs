using System.Globalization;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>Where a snapshot lies below the folder that holds them: <c>111122223333/2026-01-02T030405Z</c>.</summary>
public static class SnapshotPlace
{
    private const string TimeForm = "yyyy-MM-dd'T'HHmmss'Z'";
    private const string OrganizationFolder = "organization";
    private const string NoAccountFolder = "unknown-account";

    /// <summary>The folder of all snapshots of the same account, or of the organisation.</summary>
    public static string FolderOf(SnapshotKind kind, string account) =>
        kind == SnapshotKind.Organization ? OrganizationFolder
        : account.Length > 0 ? account
        : NoAccountFolder;

    /// <summary>The name of a snapshot in reports and archives, wherever it lies.</summary>
    public static string LabelOf(SnapshotDocument document) =>
        $"{FolderOf(document.Kind, document.Account)}/{NameOf(document.StartedAt)}";

    /// <summary>
    /// The path of a snapshot below <paramref name="output"/>, by its account and the second it began.
    /// </summary>
    public static string TargetOf(string output, SnapshotFacts facts, BagForm form) => Path.Combine(
        output, FolderOf(facts.Kind, facts.Account), NameOf(facts.StartedAt) + (form == BagForm.Zip ? ".zip" : ""));

    /// <summary>The name of a snapshot that began then.</summary>
    internal static string NameOf(DateTimeOffset startedAt) =>
        startedAt.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Whether a name is one that <see cref="NameOf"/> gives.</summary>
    internal static bool IsTime(string name) => TimeOf(name) is not null;

    /// <summary>The time that such a name says; null for any other name.</summary>
    internal static DateTimeOffset? TimeOf(string name) =>
        DateTimeOffset.TryParseExact(
            name, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
