using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>Writes what the AWS CLI prints as JSON in the XML of AWS's Query protocol, from which it came.</summary>
internal static class QueryXml
{
    private const string CliZone = "+00:00";

    /// <summary>The properties of an object as elements.</summary>
    public static string Properties(JsonObject node) =>
        string.Concat(node.Select(property => Element(property.Key, property.Value)));

    /// <summary>A property as an element.</summary>
    public static string Element(string name, JsonNode? value) => $"<{name}>{Content(name, value)}</{name}>";

    /// <summary>Numbers by name, as GetAccountSummary gives them.</summary>
    public static string Map(string name, JsonObject entries)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in entries)
            text.Append(CultureInfo.InvariantCulture, $"<entry><key>{key}</key><value>{value}</value></entry>");
        return $"<{name}>{text}</{name}>";
    }

    private static string Content(string name, JsonNode? value) => value switch
    {
        JsonObject document when name.EndsWith("Document", StringComparison.Ordinal) =>
            Uri.EscapeDataString(document.ToJsonString()),
        JsonObject node => Properties(node),
        JsonArray list => string.Concat(list.Select(item => Element("member", item))),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => SecurityElement.Escape(AwsText(text)),
        _ => value?.ToJsonString() ?? "",
    };

    private static string AwsText(JsonValue value)
    {
        var text = value.GetValue<string>();
        return text.EndsWith(CliZone, StringComparison.Ordinal) ? text[..^CliZone.Length] + "Z" : text;
    }
}
