using System.Text;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Reports;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests;

/// <summary>Small reports, and reading from memory.</summary>
internal static class Sample
{
    public const string Account = "111122223333";

    public const string RootArn = "arn:aws:iam::111122223333:root";

    /// <summary>The shortest header that is a credential report's.</summary>
    public const string ShortHeader = "user,arn,password_enabled,password_last_used";

    public const string ShortRoot = "<root_account>," + RootArn + ",not_supported,2024-01-02T03:04:05+00:00";

    public static string FullHeader { get; } = string.Join(',', CredentialReportColumns.All.Select(c => c.Name));

    /// <summary>The password columns of a user, behind name and ARN.</summary>
    public static string User(string name, string enabled = "true", string lastUsed = "no_information") =>
        $"{name},arn:aws:iam::{Account}:user/{name},{enabled},{lastUsed}";

    public static string Lines(params string[] lines) => string.Join('\n', lines) + "\n";

    public static SnapshotResult Read(string text, SnapshotLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(text), limits);

    public static SnapshotResult Read(byte[] bytes, SnapshotLimits? limits = null) =>
        Snapshot.Read(new MemoryStream(bytes), "-", limits);

    public static CredentialReport Report(string text)
    {
        var result = Read(text);
        Assert.DoesNotContain(result.Diagnostics, d => d.Severity == SnapshotSeverity.Error);
        return result.Snapshot!.Report!;
    }

    public static string Json(string csv, string more = "") =>
        $$"""{"Content": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}}"{{more}}}""";

    /// <summary><c>PE6046 3:1 field</c> for each diagnostic.</summary>
    public static string[] Places(this SnapshotResult result) =>
        [.. result.Diagnostics.Select(d => $"{d.Id} {d.Line}:{d.Column} {d.Field}".TrimEnd())];
}
