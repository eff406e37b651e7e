using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Oscal;

/// <summary>
/// Writes an observation for each finding while it arrives, and keeps what the document says of them later: which
/// controls, resources and waivers they are of.
/// </summary>
internal sealed class OscalObservations(Utf8JsonWriter json, RunHeader header, OscalNames names)
{
    private readonly RunIndex _index = new(header);
    private readonly Dictionary<string, List<Guid>> _byControl = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<Guid, ResourceReference> _resources = [];
    private readonly SortedDictionary<string, OscalRisk> _risks = new(StringComparer.Ordinal);
    private bool _isOpen;

    /// <summary>The resources, in the order they came.</summary>
    public IReadOnlyDictionary<Guid, ResourceReference> Resources => _resources;

    /// <summary>The waivers that cover failures, by name.</summary>
    public IReadOnlyCollection<OscalRisk> Risks => _risks.Values;

    /// <summary>The observations of a control.</summary>
    public IReadOnlyCollection<Guid> Of(string control) => _byControl.GetValueOrDefault(control) ?? [];

    /// <summary>Writes a finding. Of what is outside the evidence nothing was observed.</summary>
    public void Write(Finding finding)
    {
        if (finding.Outcome == Outcome.NotAssessed)
            return;

        var uuid = names.OfNext("observation", $"{finding.Snapshot}|{FindingId.Of(finding)}");
        Keep(finding, uuid);
        Begin(uuid, finding.Title);
        OscalJson.WriteLine(json, "description", finding.Message.Length > 0 ? finding.Message : finding.Title);
        OscalJson.WriteProps(
            json,
            ("outcome", ResultWords.Of(finding.Outcome)),
            ("applicability", finding.Outcome == Outcome.NotApplicable ? "not-applicable" : null),
            ("severity", ResultWords.Of(finding.Severity)),
            ("policy", finding.Policy),
            ("reason", finding.Reason),
            ("fingerprint", finding.Fingerprint),
            ("snapshot", finding.Snapshot),
            ("waiver", finding.Waiver?.Name),
            ("baseline", finding.Baseline is { } state ? ResultWords.Of(state) : null),
            ("changed-rule", ChangeWords.Of(finding)));
        JsonValues.WriteStrings(json, "methods", ["EXAMINE"]);
        JsonValues.WriteStrings(json, "types", ["control-objective"]);
        WriteSubject(finding.Resource);
        WriteEvidence(finding);
        json.WriteString("collected", OscalTimes.Collected(_index.SnapshotOf(finding)));
        if (!finding.Missing.IsEmpty)
            json.WriteString("remarks", OscalText.Paragraphs(finding.Missing.Select(WordsOf)));
        json.WriteEndObject();
    }

    /// <summary>Writes that a person decides a control.</summary>
    public void WriteManual(ControlResult control)
    {
        var name = $"{control.Framework}/{control.Id}";
        Begin(names.OfRun("manual", name), $"{name} {control.Title}");
        OscalJson.WriteLine(json, "description", "A person decides this control; no policy was asked.");
        OscalJson.WriteProps(json, ("outcome", ResultWords.Of(Outcome.Manual)), ("control", name));
        JsonValues.WriteStrings(json, "methods", ["UNKNOWN"]);
        json.WriteString("collected", OscalTimes.Latest(header));
        if (control.Needs.Length > 0)
            OscalJson.WriteLine(json, "remarks", $"It needs {control.Needs}.");
        json.WriteEndObject();
    }

    /// <summary>Closes the array, which is there only if it is not empty.</summary>
    public void End()
    {
        if (_isOpen)
            json.WriteEndArray();
    }

    private void Begin(Guid uuid, string title)
    {
        if (!_isOpen)
            json.WriteStartArray("observations");
        _isOpen = true;
        json.WriteStartObject();
        OscalJson.WriteUuid(json, "uuid", uuid);
        OscalJson.WriteLine(json, "title", title);
    }

    private void Keep(Finding finding, Guid uuid)
    {
        _resources.TryAdd(OscalNames.OfResource(finding.Resource), finding.Resource);
        foreach (var control in finding.Controls)
        {
            if (!_byControl.TryGetValue(control, out var list))
                _byControl.Add(control, list = []);
            list.Add(uuid);
        }

        if (finding.Waiver is not { } waiver)
            return;
        if (!_risks.TryGetValue(waiver.Name, out var risk))
            _risks.Add(waiver.Name, risk = new OscalRisk(names.OfRun("risk", waiver.Name), waiver));
        risk.Add(finding, uuid);
    }

    private void WriteSubject(ResourceReference resource)
    {
        json.WriteStartArray("subjects");
        json.WriteStartObject();
        OscalJson.WriteUuid(json, "subject-uuid", OscalNames.OfResource(resource));
        json.WriteString("type", "inventory-item");
        OscalJson.WriteLine(json, "title", resource.Id);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteEvidence(Finding finding)
    {
        ImmutableArray<EvidenceCell> cells =
        [
            .. finding.Evidence, .. finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>(),
        ];
        OscalJson.WriteAll(json, "relevant-evidence", cells, cell =>
        {
            var source = _index.SourceOf(finding, cell.File);
            if (source is not null)
                json.WriteString("href", $"#{OscalNames.OfFile(finding.Snapshot, cell.File)}");
            OscalJson.WriteLine(json, "description", FormattableString.Invariant(
                $"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}"));
            OscalJson.WriteProps(
                json,
                ("file", cell.File),
                ("line", cell.Line.ToString(CultureInfo.InvariantCulture)),
                ("column", cell.Column.ToString(CultureInfo.InvariantCulture)),
                ("pointer", cell.Pointer),
                ("field", cell.Field),
                ("value", cell.Value));
        });
    }

    private static string WordsOf(MissingEvidence missing) =>
        $"Missing: {missing.File} {missing.Field}: {missing.Why}"
        + (missing.Command.Length > 0 ? $"; {missing.Command}" : "");
}
