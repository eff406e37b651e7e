using System.Text.Json;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Writes the properties of a run that come behind its results.</summary>
internal static class SarifTailJson
{
    public static void Write(Utf8JsonWriter json, SarifRunHead head, SarifRunTail tail)
    {
        json.WriteStartArray("invocations");
        Write(json, head, tail.Invocation);
        json.WriteEndArray();
        if (!head.Taxonomies.IsEmpty)
            WriteTaxonomies(json, head, tail);
        WriteProperties(json, tail.Properties);
    }

    /// <summary>What SARIF has no name for, as an object of its own; nothing where there is none.</summary>
    public static void WriteProperties(Utf8JsonWriter json, SarifProperties? properties)
    {
        if (properties is null)
            return;

        json.WriteStartObject("properties");
        properties(json);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SarifRunHead head, SarifInvocation invocation)
    {
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", invocation.IsSuccessful);
        json.WriteNumber("exitCode", invocation.ExitCode);
        if (!invocation.Notifications.IsEmpty)
            JsonValues.WriteAll(
                json, "toolConfigurationNotifications", invocation.Notifications, (_, n) => Write(json, head, n));
        if (!invocation.Events.IsEmpty)
            JsonValues.WriteAll(json, "toolExecutionNotifications", invocation.Events, (_, n) => Write(json, head, n));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SarifRunHead head, SarifNotification notification)
    {
        WriteReference(json, "descriptor", notification.Id, IndexOf(head.Notifications, notification.Id));
        if (notification.Rule is { } rule)
            WriteReference(json, "associatedRule", rule, IndexOf(head.Rules, rule));
        json.WriteString("level", SarifText.Of(notification.Level));
        SarifHeadJson.WriteMessage(json, "message", notification.Message);
    }

    private static void WriteReference(Utf8JsonWriter json, string name, string id, int index)
    {
        json.WriteStartObject(name);
        JsonValues.WriteText(json, "id", id);
        if (index >= 0)
            json.WriteNumber("index", index);
        json.WriteEndObject();
    }

    private static int IndexOf(IReadOnlyList<SarifRule> rules, string id)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Id == id)
                return i;
        }

        return -1;
    }

    private static void WriteTaxonomies(Utf8JsonWriter json, SarifRunHead head, SarifRunTail tail)
    {
        var taxa = tail.Taxa.ToLookup(taxon => taxon.Taxonomy);
        var index = 0;
        JsonValues.WriteAll(json, "taxonomies", head.Taxonomies, (_, taxonomy) =>
        {
            JsonValues.WriteText(json, "name", taxonomy.Name);
            JsonValues.WriteText(json, "fullName", taxonomy.FullName);
            JsonValues.WriteText(json, "version", taxonomy.Version);
            JsonValues.WriteAll(json, "taxa", taxa[index++], Write);
        });
    }

    private static void Write(Utf8JsonWriter json, SarifTaxon taxon)
    {
        JsonValues.WriteText(json, "id", taxon.Id);
        SarifHeadJson.WriteMessage(json, "shortDescription", taxon.Title);
        WriteProperties(json, taxon.Properties);
    }
}
