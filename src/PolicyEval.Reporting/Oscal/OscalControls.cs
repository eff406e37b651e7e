using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>Writes what was reviewed, and what is satisfied or not: a control each.</summary>
internal sealed class OscalControls(Utf8JsonWriter json, OscalNames names, OscalObservations observations)
{
    /// <summary>Every control, those of one outcome together.</summary>
    public void WriteReviewed(ImmutableArray<ControlResult> controls)
    {
        json.WriteStartObject("reviewed-controls");
        json.WriteStartArray("control-selections");
        foreach (var group in controls.GroupBy(control => control.Outcome).OrderBy(group => group.Key))
            Write(group.Key, [.. group]);
        if (controls.IsEmpty)
        {
            json.WriteStartObject();
            OscalJson.WriteLine(json, "description", "The run names no control: the policies stand for themselves.");
            json.WriteStartObject("include-all");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>
    /// A finding for each control that was decided. The others have none, for OSCAL knows only satisfied and not
    /// satisfied: what is there of them stands in their observations, and in what was reviewed.
    /// </summary>
    public void WriteFindings(ImmutableArray<ControlResult> controls, Guid tool) => OscalJson.WriteAll(
        json, "findings", [.. controls.Where(control => control.Outcome is Outcome.Pass or Outcome.Fail)],
        control => Write(control, tool));

    /// <summary>A risk for each waiver that covers failures.</summary>
    public void WriteRisks() => OscalJson.WriteAll(json, "risks", observations.Risks, risk =>
    {
        OscalJson.WriteUuid(json, "uuid", risk.Uuid);
        OscalJson.WriteLine(json, "title", $"Waiver {risk.Waiver.Name}");
        OscalJson.WriteLine(
            json, "description", $"{ResultWords.Plural(risk.Observations.Count, "failure")} accepted by a waiver.");
        OscalJson.WriteLine(json, "statement", risk.Waiver.Justification);
        OscalJson.WriteProps(json, ("owner", risk.Waiver.Owner));
        json.WriteString("status", "deviation-approved");
        JsonValues.WriteText(json, "deadline", risk.Waiver.Expires);
        OscalJson.WriteReferences(json, "related-observations", "observation-uuid", risk.Observations);
    });

    private void Write(Outcome outcome, ImmutableArray<ControlResult> controls)
    {
        json.WriteStartObject();
        var count = ResultWords.Plural(controls.Length, "control");
        OscalJson.WriteLine(json, "description", $"{count}: {ResultWords.ForPeople(outcome)}.");
        OscalJson.WriteProps(json, ("outcome", ResultWords.Of(outcome)));
        OscalJson.WriteAll(json, "include-controls", controls, control =>
            json.WriteString("control-id", OscalText.Control(control.Framework, control.Id)));
        var needs = controls.Where(control => control.Needs.Length > 0).ToList();
        if (needs.Count > 0)
            json.WriteString("remarks", OscalText.Paragraphs(needs.Select(control =>
                $"{control.Framework}/{control.Id} needs {control.Needs}"
                + (control.Command.Length > 0 ? $": {control.Command}" : ""))));
        json.WriteEndObject();
    }

    private void Write(ControlResult control, Guid tool)
    {
        var name = $"{control.Framework}/{control.Id}";
        var isSatisfied = control.Outcome == Outcome.Pass;
        OscalJson.WriteUuid(json, "uuid", names.OfRun("finding", name));
        OscalJson.WriteLine(json, "title", $"{control.Id} {control.Title}");
        OscalJson.WriteLine(json, "description", $"Findings: {ResultWords.Counted(control.Counts)}.");
        OscalJson.WriteProps(
            json,
            ("framework", control.Framework),
            ("control", control.Id),
            ("severity", control.Severity is { } severity ? ResultWords.Of(severity) : null),
            ("waived", Text(control.Counts.Waived)),
            ("failures", Text(control.Counts.Fail)),
            ("assessed", Text(control.Counts.Assessed)));
        WriteOrigin(tool);
        json.WriteStartObject("target");
        json.WriteString("type", "objective-id");
        json.WriteString("target-id", OscalText.Control(control.Framework, control.Id) + "_obj");
        json.WriteStartObject("status");
        json.WriteString("state", isSatisfied ? "satisfied" : "not-satisfied");
        json.WriteString("reason", isSatisfied ? "pass" : "fail");
        if (control.Counts.Waived > 0)
            OscalJson.WriteLine(
                json, "remarks", $"Waivers cover {control.Counts.Waived} of {control.Counts.Fail} failures.");
        json.WriteEndObject();
        json.WriteEndObject();
        OscalJson.WriteReferences(json, "related-observations", "observation-uuid", observations.Of(name));
        OscalJson.WriteReferences(
            json, "related-risks", "risk-uuid",
            [.. observations.Risks.Where(risk => risk.Controls.Contains(name)).Select(risk => risk.Uuid)]);
    }

    private void WriteOrigin(Guid tool)
    {
        json.WriteStartArray("origins");
        json.WriteStartObject();
        json.WriteStartArray("actors");
        json.WriteStartObject();
        json.WriteString("type", "tool");
        OscalJson.WriteUuid(json, "actor-uuid", tool);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
