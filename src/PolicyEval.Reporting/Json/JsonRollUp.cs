using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes what is known after the last finding: controls, diagnostics and the summary.</summary>
internal static class JsonRollUp
{
    public static void Write(Utf8JsonWriter json, RunFooter footer)
    {
        json.WriteStartArray("controls");
        foreach (var control in footer.Controls)
            WriteControl(json, control);
        json.WriteEndArray();

        JsonAccounts.WriteResults(json, footer);

        json.WriteStartArray("waivers");
        foreach (var waiver in footer.Waivers)
            JsonWaivers.Write(json, waiver);
        json.WriteEndArray();

        WriteDiagnostics(json, footer.Diagnostics);
        WriteSummary(json, footer);
    }

    public static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
            WriteDiagnostic(json, diagnostic);
        json.WriteEndArray();
    }

    private static void WriteControl(Utf8JsonWriter json, ControlResult control)
    {
        json.WriteStartObject();
        JsonValues.WriteText(json, "framework", control.Framework);
        JsonValues.WriteText(json, "id", control.Id);
        JsonValues.WriteText(json, "title", control.Title);
        JsonValues.WriteText(json, "section", control.Section);
        if (control.Levels is [var lowest, ..])
            json.WriteNumber("level", lowest);
        else
            json.WriteNull("level");
        json.WriteStartArray("levels");
        foreach (var level in control.Levels)
            json.WriteNumberValue(level);
        json.WriteEndArray();
        JsonValues.WriteText(json, "assessment", control.Assessment);
        JsonValues.WriteText(json, "outcome", ResultWords.Of(control.Outcome));
        JsonValues.WriteSeverity(json, "severity", control.Severity);
        JsonValues.WriteCounts(json, "counts", control.Counts);
        JsonAccounts.WriteCounts(json, control.Accounts);
        JsonValues.WriteStrings(json, "policies", control.Policies);
        JsonValues.WriteKnown(json, "needs", control.Needs);
        JsonValues.WriteKnown(json, "command", control.Command);
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        json.WriteStartObject();
        JsonValues.WriteText(json, "id", diagnostic.Id);
        JsonValues.WriteText(json, "severity", ResultWords.Of(diagnostic.Severity));
        JsonValues.WriteText(json, "message", diagnostic.Message);
        JsonValues.WriteText(json, "help", diagnostic.Descriptor.Help);
        JsonValues.WriteKnown(json, "suggestion", diagnostic.Suggestion);
        JsonValues.WriteKnown(json, "file", location.File);
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        JsonValues.WriteKnown(json, "field", location.Field);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, RunFooter footer)
    {
        json.WriteStartObject("summary");
        json.WriteStartArray("frameworks");
        foreach (var framework in footer.Controls.GroupBy(control => control.Framework, StringComparer.Ordinal))
        {
            var controls = ResultWords.Count(framework);
            json.WriteStartObject();
            JsonValues.WriteText(json, "name", framework.Key);
            json.WriteNumber("assessed", controls.Assessed);
            json.WriteNumber("total", controls.Total);
            JsonValues.WriteCounts(json, "controls", controls);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonValues.WriteCounts(json, "findings", footer.Findings);
        json.WriteStartObject("diagnostics");
        foreach (var severity in Enum.GetValues<DiagnosticSeverity>())
            json.WriteNumber(ResultWords.Of(severity), footer.Diagnostics.Count(d => d.Severity == severity));
        json.WriteEndObject();
        json.WriteNumber("gateFailures", footer.GateFailures);
        json.WriteNumber("knownFailures", footer.KnownFailures);
        json.WriteNumber("exitCode", footer.ExitCode);
        json.WriteEndObject();
    }
}
