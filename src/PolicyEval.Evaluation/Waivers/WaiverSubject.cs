namespace PolicyEval.Evaluation.Waivers;

/// <summary>A failure that is to be waived.</summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Account">The account's id, or empty where it is not known.</param>
/// <param name="Resource">The resource's ARN, or its name where it has none.</param>
public sealed record WaiverSubject(string Policy, string Account, string Resource)
{
    /// <summary>What a report says of the failure, in sentences; empty where there is no report.</summary>
    public string Message { get; init; } = "";

    /// <summary>The instant at which it was judged, RFC 3339 UTC, or empty.</summary>
    public string AsOf { get; init; } = "";

    /// <summary>The finding's fingerprint, or empty.</summary>
    public string Fingerprint { get; init; } = "";
}
