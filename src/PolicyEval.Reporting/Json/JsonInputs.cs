using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes what went into the run: tool, options, frameworks, policies and snapshots.</summary>
internal static class JsonInputs
{
    /// <summary>The origin of a snapshot that the collector made.</summary>
    public const string CollectedOrigin = "collected";

    public static void Write(Utf8JsonWriter json, RunHeader header)
    {
        WriteRules(json, header);
        WriteFile(json, "baseline", header.Baseline);
        json.WriteStartArray("snapshots");
        foreach (var snapshot in header.Snapshots)
            WriteSnapshot(json, snapshot);
        json.WriteEndArray();
    }

    /// <summary>Writes by what was judged.</summary>
    public static void WriteRules(Utf8JsonWriter json, RunHeader header)
    {
        json.WriteStartObject("tool");
        JsonValues.WriteText(json, "name", "policyeval");
        JsonValues.WriteText(json, "version", header.ToolVersion);
        json.WriteEndObject();

        WriteOptions(json, header.Options);
        WriteFrameworks(json, header);

        json.WriteStartArray("policies");
        foreach (var policy in header.Policies)
            JsonPolicies.Write(json, policy);
        json.WriteEndArray();

        WriteFile(json, "settings", header.Settings);

        json.WriteStartArray("waiverFiles");
        foreach (var file in header.WaiverFiles)
            WriteFile(json, file);
        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, RunOptions options)
    {
        json.WriteStartObject("options");
        JsonValues.WriteStrings(json, "frameworks", options.Frameworks);
        JsonValues.WriteStrings(json, "policies", options.Policies);
        JsonValues.WriteKnown(json, "asOf", options.AsOf);
        JsonValues.WriteStrings(json, "set", options.Sets);
        JsonValues.WriteSeverity(json, "failOn", options.FailOn);
        json.WriteBoolean("strict", options.Strict);
        json.WriteBoolean("ignoreWaivers", options.IgnoreWaivers);
        JsonValues.WriteKnown(json, "maxAge", options.Freshness?.MaxAge);
        JsonValues.WriteKnown(json, "now", options.Freshness?.Now);
        json.WriteEndObject();
    }

    private static void WriteFrameworks(Utf8JsonWriter json, RunHeader header)
    {
        json.WriteStartArray("frameworks");
        foreach (var framework in header.Frameworks)
        {
            var prefix = framework.Name + "/";
            var policies = header.Policies
                .Where(policy => policy.Controls.Any(control => control.StartsWith(prefix, StringComparison.Ordinal)))
                .ToImmutableArray();

            json.WriteStartObject();
            JsonValues.WriteText(json, "name", framework.Name);
            JsonValues.WriteText(json, "title", framework.Title);
            JsonValues.WriteText(json, "version", framework.Version);
            JsonValues.WriteText(json, "sha256", framework.Sha256);
            JsonValues.WriteText(json, "origin", framework.Origin);
            json.WriteBoolean("replacesBundled", framework.ReplacesBundled);
            json.WriteStartArray("params");
            foreach (var policy in policies)
            {
                foreach (var param in policy.Params)
                    JsonPolicies.WriteParam(json, policy.Name, param);
            }

            json.WriteEndArray();
            json.WriteBoolean("paramsChanged", policies.Any(policy => policy.ParamsChanged));
            json.WriteBoolean("severitiesChanged", policies.Any(policy => policy.SeverityChanged));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, string name, InputFile? file)
    {
        json.WritePropertyName(name);
        if (file is null)
            json.WriteNullValue();
        else
            WriteFile(json, file);
    }

    private static void WriteFile(Utf8JsonWriter json, InputFile file)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "path", file.Path);
        JsonValues.WriteText(json, "sha256", file.Sha256);
        json.WriteEndObject();
    }

    private static void WriteSnapshot(Utf8JsonWriter json, SnapshotReference snapshot)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", snapshot.Name);
        JsonValues.WriteText(json, "digest", snapshot.Digest);
        json.WriteBoolean("sealed", snapshot.Seal is not null);
        WriteSeal(json, snapshot.Seal);
        JsonValues.WriteKnown(json, "account", snapshot.Account);
        JsonValues.WriteKnown(json, "accountName", snapshot.AccountName);
        JsonValues.WriteStrings(json, "accounts", snapshot.Accounts);
        JsonValues.WriteKnown(json, "partition", snapshot.Partition);
        JsonValues.WriteKnown(json, "generatedTime", snapshot.GeneratedTime);
        JsonValues.WriteKnown(json, "asOf", snapshot.AsOf);
        json.WriteBoolean("projected", snapshot.Projected);
        if (snapshot.Age?.Seconds is { } seconds)
            json.WriteNumber("ageSeconds", seconds);
        else
            json.WriteNull("ageSeconds");
        if (snapshot.Age is { } age)
            json.WriteBoolean("tooOld", age.IsTooOld);
        else
            json.WriteNull("tooOld");
        json.WriteStartArray("sources");
        foreach (var source in snapshot.Sources)
            WriteSource(json, source);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSeal(Utf8JsonWriter json, SealReference? seal)
    {
        JsonValues.WriteKnown(json, "origin", seal is null ? null : seal.IsCollected ? CollectedOrigin : "asserted");
        JsonValues.WriteKnown(json, "collectedAt", seal is { IsCollected: true } ? seal.At : null);
        JsonValues.WriteKnown(json, "assertedAt", seal is { IsCollected: false } ? seal.At : null);
        JsonValues.WriteKnown(json, "assertedBy", seal?.AssertedBy);
        JsonValues.WriteKnown(json, "caller", seal?.Caller);
        if (seal is not { IsCollected: true })
            json.WriteNull("complete");
        else
            json.WriteBoolean("complete", seal.IsComplete);
        JsonValues.WriteKnown(json, "signature", seal is null ? null : ResultWords.SignatureOf(seal));
        json.WriteStartArray("signatures");
        foreach (var signature in seal?.Signatures ?? [])
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "keyId", signature.KeyId);
            json.WriteBoolean("trusted", signature.IsTrusted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter json, SourceReference source)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "file", source.File);
        JsonValues.WriteText(json, "path", source.Path);
        JsonValues.WriteText(json, "sha256", source.Sha256);
        json.WriteNumber("bytes", source.Bytes);
        if (source.Rows is { } rows)
            json.WriteNumber("rows", rows);
        else
            json.WriteNull("rows");
        JsonValues.WriteText(json, "status", source.Status);
        JsonValues.WriteKnown(json, "decodedFrom", source.DecodedFrom);
        json.WriteEndObject();
    }
}
