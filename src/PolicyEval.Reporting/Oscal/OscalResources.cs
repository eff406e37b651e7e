using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>Writes the files behind the results, each with its digest: the rules first, then the evidence.</summary>
internal sealed class OscalResources(Utf8JsonWriter json, RunHeader header)
{
    /// <summary>All of them.</summary>
    /// <param name="plan">What the document names as its assessment plan.</param>
    public void Write(Guid plan)
    {
        json.WriteStartObject("back-matter");
        json.WriteStartArray("resources");
        json.WriteStartObject();
        OscalJson.WriteUuid(json, "uuid", plan);
        json.WriteString("title", "Rules in the place of an assessment plan");
        json.WriteString("description", "There is no OSCAL assessment plan. These policies say what was assessed.");
        ImmutableArray<(string Path, string Sha256)> rules =
        [
            .. header.Policies.Where(policy => policy.File.Length > 0).DistinctBy(policy => policy.Name)
                .Select(policy => (policy.File, policy.Sha256)),
            .. header.WaiverFiles.Prepend(header.Settings).OfType<InputFile>().Select(file => (file.Path, file.Sha256)),
        ];
        OscalJson.WriteAll(json, "rlinks", rules, file => WriteLink(file.Path, file.Sha256));
        json.WriteEndObject();
        foreach (var snapshot in header.Snapshots.DistinctBy(snapshot => snapshot.Digest))
        {
            foreach (var source in snapshot.Sources.DistinctBy(source => source.File))
                Write(snapshot, source);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(SnapshotReference snapshot, SourceReference source)
    {
        json.WriteStartObject();
        OscalJson.WriteUuid(json, "uuid", OscalNames.OfFile(snapshot.Digest, source.File));
        OscalJson.WriteLine(json, "title", snapshot.Label.Cite(source.File));
        OscalJson.WriteLine(json, "description", source.DecodedFrom is null
            ? $"A file of the snapshot with the digest {snapshot.Digest}."
            : $"Stands as base64 in Content of {source.Path} in the snapshot with the digest {snapshot.Digest}.");
        OscalJson.WriteProps(
            json,
            ("snapshot", snapshot.Digest),
            ("status", source.Status),
            ("sha256", source.Sha256),
            ("check", HandCheck.DigestOf(source)));
        // The digest of what stands inside a file is none of the file.
        if (source.DecodedFrom is null)
            OscalJson.WriteAll(json, "rlinks", [source], file => WriteLink(file.Path, file.Sha256));
        json.WriteEndObject();
    }

    private void WriteLink(string path, string sha256)
    {
        JsonValues.WriteText(json, "href", PathUri.Of(path));
        OscalJson.WriteAll(json, "hashes", [sha256], digest =>
        {
            json.WriteString("algorithm", "SHA-256");
            JsonValues.WriteText(json, "value", digest);
        });
    }
}
