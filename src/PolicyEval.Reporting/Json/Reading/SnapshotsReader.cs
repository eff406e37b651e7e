using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads how a report names a snapshot.</summary>
internal static class SnapshotsReader
{
    public static SnapshotReference Read(JsonPart json) => new()
    {
        Name = json.String("name"),
        Digest = json.String("digest"),
        Seal = json.Bool("sealed") ? ReadSeal(json) : null,
        Account = json.Known("account"),
        AccountName = json.Has("accountName") ? json.Known("accountName") : "",
        Accounts = json.Strings("accounts"),
        Partition = json.Known("partition"),
        GeneratedTime = json.InstantOrNull("generatedTime"),
        AsOf = json.InstantOrNull("asOf"),
        Projected = json.Bool("projected"),
        Age = json.Has("tooOld") && json.BoolOrNull("tooOld") is { } isTooOld
            ? new EvidenceAge(json.LongOrNull("ageSeconds"), isTooOld)
            : null,
        Sources = [.. json.Parts("sources").Select(ReadSource)],
    };

    // Of evidence by hand nobody says whether it is complete: there is no plan.
    private static SealReference ReadSeal(JsonPart json)
    {
        var isCollected = json.String("origin") == JsonInputs.CollectedOrigin;
        return new SealReference
        {
            IsCollected = isCollected,
            At = json.Instant(isCollected ? "collectedAt" : "assertedAt"),
            AssertedBy = json.Known("assertedBy"),
            Caller = json.Has("caller") ? json.Known("caller") : "",
            IsComplete = json.BoolOrNull("complete") ?? true,
            Signatures =
            [
                .. json.Parts("signatures").Select(signature => new SignatureReference(
                    signature.String("keyId"), signature.Bool("trusted"))),
            ],
        };
    }

    private static SourceReference ReadSource(JsonPart json) => new(
        json.String("file"), json.String("path"), json.String("sha256"), json.Long("bytes"), json.LongOrNull("rows"),
        json.String("status"))
    {
        DecodedFrom = json.Has("decodedFrom") ? json.StringOrNull("decodedFrom") : null,
    };
}
