using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes a policy with all that a reader needs who does not have it.</summary>
internal static class JsonPolicies
{
    public static void Write(Utf8JsonWriter json, PolicyReference policy)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "name", policy.Name);
        JsonValues.WriteText(json, "title", policy.Title);
        JsonValues.WriteText(json, "severity", ResultWords.Of(policy.Severity));
        JsonValues.WriteText(json, "standardSeverity", ResultWords.Of(policy.StandardSeverity));
        json.WriteBoolean("severityChanged", policy.SeverityChanged);
        JsonValues.WriteKnown(json, "severitySource", policy.SeveritySource);
        if (policy.Accounts is { } accounts)
            JsonValues.WriteStrings(json, "accounts", accounts);
        else
            json.WriteNull("accounts");
        JsonValues.WriteText(json, "sha256", policy.Sha256);
        JsonValues.WriteText(json, "origin", policy.Origin);
        json.WriteBoolean("replacesBundled", policy.ReplacesBundled);
        JsonValues.WriteStrings(json, "controls", policy.Controls);
        json.WriteStartArray("params");
        foreach (var param in policy.Params)
            WriteParam(json, policy.Name, param);
        json.WriteEndArray();
        json.WriteBoolean("paramsChanged", policy.ParamsChanged);
        JsonValues.WriteKnown(json, "resource", policy.Resource);
        JsonValues.WriteKnown(json, "file", policy.File);
        json.WriteNumber("line", policy.Line);
        WriteGuide(json, policy.Guide);
        WriteRules(json, policy);
        json.WriteEndObject();
    }

    public static void WriteParam(Utf8JsonWriter json, string policy, ParamReference param)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "policy", policy);
        JsonValues.WriteText(json, "name", param.Name);
        JsonValues.WriteText(json, "type", param.Type);
        JsonValues.WriteTyped(json, "value", param.Type, param.Value);
        JsonValues.WriteTyped(json, "standard", param.Type, param.Standard);
        JsonValues.WriteTyped(json, "default", param.Type, param.Default);
        json.WriteBoolean("changed", param.Changed);
        JsonValues.WriteKnown(json, "source", param.Source);
        json.WriteEndObject();
    }

    private static void WriteGuide(Utf8JsonWriter json, PolicyGuide guide)
    {
        JsonValues.WriteKnown(json, "description", guide.Description);
        JsonValues.WriteKnown(json, "rationale", guide.Rationale);
        JsonValues.WriteKnown(json, "audit", guide.Audit);
        json.WriteStartObject("remediation");
        JsonValues.WriteKnown(json, "console", guide.Console);
        JsonValues.WriteKnown(json, "cli", guide.Cli);
        JsonValues.WriteKnown(json, "iac", guide.Iac);
        json.WriteEndObject();
        JsonValues.WriteStrings(json, "references", guide.References);
    }

    private static void WriteRules(Utf8JsonWriter json, PolicyReference policy)
    {
        json.WriteStartArray("rules");
        foreach (var rule in policy.Rules)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "role", ResultWords.Of(rule.Role));
            JsonValues.WriteText(json, "name", rule.Name);
            JsonValues.WriteText(json, "expression", rule.Expression);
            json.WriteNumber("line", rule.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
