using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>How findings are called. Names are of AWS: whoever writes them makes them safe.</summary>
internal static class FindingWords
{
    /// <summary>
    /// Whose a finding is, to stand before its name: <c>night-1 (acme-prod): </c>; empty where there is one snapshot.
    /// </summary>
    public static string WhoseOf(SnapshotReference snapshot) => snapshot.Label.Text.Length > 0
        ? AccountWords.Of(snapshot.Label.Text, snapshot.AccountName) + ": "
        : "";

    /// <summary>The resource, with its account where the snapshot has several.</summary>
    public static string ResourceOf(Finding finding, SnapshotReference snapshot) =>
        snapshot.Accounts.Length > 1 && finding.Resource.Account.Length > 0
            ? $"{finding.Resource.Account} {finding.Resource.Id}"
            : finding.Resource.Id;

    /// <summary>Both.</summary>
    public static string NameOf(Finding finding, SnapshotReference snapshot) =>
        WhoseOf(snapshot) + ResourceOf(finding, snapshot);
}
