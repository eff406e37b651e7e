using System.Collections.Immutable;

namespace PolicyEval.Snapshots.Diagnostics;

/// <summary>The ledger of what the sources of a snapshot may say differently: PE616x.</summary>
public static class CrossCheckDescriptors
{
    private const string Effect = "What would pass by them is incomplete; what fails stays a failure. ";

    /// <summary>An answer of one account in the snapshot of another.</summary>
    public static SnapshotDescriptor OtherAccount { get; } = new("PE6160", "Answer of another account",
        "This is of another account, {0}, and the snapshot is of {1}.",
        SnapshotSeverity.Error,
        "Make one folder for each account, and get this answer again with credentials of the snapshot's account.");

    /// <summary>A list that has not as many elements as the account summary counts.</summary>
    public static SnapshotDescriptor OtherCount { get; } = Warning("PE6161", "List and summary disagree",
        "The account summary counts {0} {1}, {2} at {3} lists {4}: one of them is filtered, cut or older.",
        "What needs the whole list is incomplete where it is the shorter one. Get both again, without --filter.");

    /// <summary>Users that only the authorization details have.</summary>
    public static SnapshotDescriptor WithoutRow { get; } = Warning("PE6162", "Users only in the details",
        "The authorization details list {0} users that {1} has no row of: {2}. {3}",
        "What is asked of each user is incomplete. Collect the report again, then the other answers.");

    /// <summary>Users that only the credential report has.</summary>
    public static SnapshotDescriptor WithoutDetails { get; } = Warning("PE6163", "Users only in the report",
        "{3} lacks {0} users that {1} has: {2}. They were deleted since, or left out by --filter or by hand.",
        "What asks the authorization details about users is incomplete, and so is what is asked of each user where "
        + "users.json lacks them. Generate the report again, then get the other answers, without --filter.");

    /// <summary>Groups or policies that are named and not listed.</summary>
    public static SnapshotDescriptor NotListed { get; } = Warning("PE6164", "Named, but not listed",
        "{0} at {1} lacks {2} that users, groups or roles name: {3}.",
        "What needs the whole list is incomplete. Get the authorization details again, without --filter.");

    /// <summary>Users whose devices or keys two sources tell differently.</summary>
    public static SnapshotDescriptor OtherCredentials { get; } = Warning("PE6165", "Report and credentials disagree",
        "Of {0} users the report says something else about {1} than the list at {2}: {3}.",
        Effect + "Collect the report again, then the list, for every user.");

    /// <summary>An answer that is much younger than the report.</summary>
    public static SnapshotDescriptor OtherAge { get; } = Warning("PE6166", "Answer younger than the report",
        "This was made at {0}, and the report was generated at {1}: they lie more than {2} hours apart.",
        "What changed between them is in one of them only. Generate the report again, then get the other answers.");

    /// <summary>Policies that count other holders than name them.</summary>
    public static SnapshotDescriptor OtherAttachments { get; } = Warning("PE6167", "Count and holders disagree",
        "{0} of {1} managed policies is not the number of users, groups and roles that name them: {2}.",
        Effect + "Get the authorization details again, without --filter.");

    /// <summary>Policies that name another default version than the marked one.</summary>
    public static SnapshotDescriptor OtherVersion { get; } = Warning("PE6168", "Default versions disagree",
        "{0} managed policies name another DefaultVersionId than that of the version with IsDefaultVersion: {1}.",
        Effect + "Get the authorization details again: AWS writes both.");

    /// <summary>Users that only a list of keys or devices has.</summary>
    public static SnapshotDescriptor OwnerWithoutRow { get; } = Warning("PE6169", "Users only with keys or devices",
        "{0} has keys or devices of {1} users that {2} lacks: {3}.",
        "What is asked of each user is incomplete. Generate the report again, then get the other answers.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<SnapshotDescriptor> All { get; } =
    [
        OtherAccount, OtherCount, WithoutRow, WithoutDetails, NotListed, OtherCredentials, OtherAge, OtherAttachments,
        OtherVersion, OwnerWithoutRow,
    ];

    private static SnapshotDescriptor Warning(string id, string title, string message, string help) =>
        new(id, title, message, SnapshotSeverity.Warning, help);
}
