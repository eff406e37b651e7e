using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes results of a run.</summary>
internal sealed class SarifResultJson(Utf8JsonWriter json, SarifRunHead head)
{
    private readonly Dictionary<string, int> _rules = head.Rules.Select((rule, index) => (rule.Id, index))
        .ToDictionary(rule => rule.Id, rule => rule.index, StringComparer.Ordinal);

    private readonly SarifPlaceJson _places = new(json, head);

    public void Write(SarifResult result)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "ruleId", result.Rule);
        if (_rules.TryGetValue(result.Rule, out var rule))
            json.WriteNumber("ruleIndex", rule);
        json.WriteString("kind", SarifText.Of(result.Kind));
        json.WriteString("level", SarifText.Of(result.Level));
        SarifHeadJson.WriteMessage(json, "message", result.Message);
        WriteLocations(result);
        if (result.Taxon is { } taxon)
            WriteTaxon(taxon);

        json.WriteStartObject("partialFingerprints");
        foreach (var (method, value) in result.Fingerprints)
            JsonValues.WriteText(json, method, value);
        json.WriteEndObject();

        if (result.Suppressions is { } suppressions)
            JsonValues.WriteAll(json, "suppressions", suppressions, Write);
        if (result.BaselineState is { } state)
            json.WriteString("baselineState", state);
        if (result is { Replacement: { } replacement, Place: { Region: { } region } place })
            _places.WriteFix(place.Artifact, region, replacement);
        SarifTailJson.WriteProperties(json, result.Properties);
        json.WriteEndObject();
    }

    private void WriteLocations(SarifResult result)
    {
        if (result.Place is not null || result.Subject is not null)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            if (result.Place is { } place)
                Write(place);
            if (result.Subject is { } subject)
                JsonValues.WriteAll(json, "logicalLocations", [subject], Write);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (result.Related.IsEmpty)
            return;
        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < result.Related.Length; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            Write(result.Related[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Write(SarifPlace place)
    {
        _places.Write(place);
        if (place.Message is { } message)
            SarifHeadJson.WriteMessage(json, "message", message);
    }

    private void WriteTaxon(SarifTaxonReference taxon)
    {
        json.WriteStartArray("taxa");
        json.WriteStartObject();
        JsonValues.WriteText(json, "id", taxon.Id);
        SarifHeadJson.WriteTaxonomy(json, head, taxon.Taxonomy);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SarifLogicalLocation location)
    {
        JsonValues.WriteText(json, "name", location.Name);
        JsonValues.WriteText(json, "fullyQualifiedName", location.FullyQualifiedName);
        JsonValues.WriteText(json, "kind", location.Kind);
    }

    private static void Write(Utf8JsonWriter json, SarifSuppression suppression)
    {
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        JsonValues.WriteText(json, "justification", suppression.Justification);
        SarifTailJson.WriteProperties(json, suppression.Properties);
    }
}
