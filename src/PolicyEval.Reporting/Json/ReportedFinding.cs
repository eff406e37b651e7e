using System.Text.Json;

namespace PolicyEval.Reporting.Json;

/// <summary>A finding as it stands in a JSON report. What is null there is empty.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="ResourceId">The resource's name within its account.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Outcome">The verdict, such as <c>fail</c>.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Fingerprint">The fingerprint.</param>
/// <param name="AsOf">The instant at which its snapshot was judged, RFC 3339 UTC.</param>
public sealed record ReportedFinding(
    string Policy,
    string ResourceId,
    string Arn,
    string Account,
    string Outcome,
    string Message,
    string Fingerprint,
    string AsOf)
{
    /// <summary>Reads one.</summary>
    /// <param name="finding">An item of <c>findings</c>.</param>
    /// <param name="instants">The instants of the snapshots by digest.</param>
    /// <exception cref="JsonException">It is none.</exception>
    internal static ReportedFinding Of(JsonElement finding, IReadOnlyDictionary<string, string> instants)
    {
        var resource = JsonText.Member(finding, "resource");
        return new ReportedFinding(
            JsonText.Of(finding, "policy"),
            JsonText.Of(resource, "id"),
            JsonText.Of(resource, "arn"),
            JsonText.Of(resource, "account"),
            JsonText.Of(finding, "outcome"),
            JsonText.Of(finding, "message"),
            JsonText.Of(finding, "fingerprint"),
            instants.GetValueOrDefault(JsonText.Of(finding, "snapshot"), ""));
    }
}
