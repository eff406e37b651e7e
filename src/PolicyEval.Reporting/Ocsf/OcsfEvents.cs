using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Ocsf;

/// <summary>Writes the members of an event: first those that every event has.</summary>
internal sealed class OcsfEvents(Utf8JsonWriter json, RunHeader header)
{
    private const string Version = "1.5.0";

    private readonly RunIndex _index = new(header);
    private readonly Dictionary<string, string> _standards = header.Frameworks
        .DistinctBy(framework => framework.Name)
        .ToDictionary(
            framework => framework.Name, framework => $"{framework.Title} {framework.Version}", StringComparer.Ordinal);

    /// <summary>A finding.</summary>
    public void Write(Finding finding)
    {
        var snapshot = _index.SnapshotOf(finding);
        var policy = _index.PolicyOf(finding);
        var id = FindingId.Of(finding);
        var status = OcsfStatus.Of(finding.Outcome, finding.Waiver is not null);
        var message = finding.Message.Length > 0 ? finding.Message : finding.Title;
        var time = MillisecondsOf(RunIndex.TimeOf(snapshot));

        json.WriteStartObject();
        WriteClass(time, finding.Outcome, finding.Severity, status);
        JsonValues.WriteText(json, "message", message);
        WriteMetadata($"{id}-{finding.Snapshot}");
        WriteInfo($"{id}", finding.Title, policy?.Guide.Description ?? "");
        WriteCompliance(finding, status, [message, .. finding.Missing.Select(WordsOf)]);
        WriteResource(finding.Resource, snapshot?.Partition ?? "");
        WriteCloud(finding.Resource.Account, snapshot);
        if (finding.Outcome is Outcome.Fail && policy is not null)
            WriteRemediation(policy.Guide);
        WriteEvidence(finding);
        OcsfUnmapped.Write(json, finding, isTimeKnown: time is not null);
        json.WriteEndObject();
    }

    /// <summary>A control that a person decides.</summary>
    public void Write(ControlResult control)
    {
        var only = header.Snapshots is [var snapshot] ? snapshot : null;
        var name = $"{control.Framework}/{control.Id}";
        var status = OcsfStatus.Of(Outcome.Manual, isWaived: false);
        var account = only?.Account ?? "";
        var uid = account.Length == 0 ? name : $"{name}/{account}";

        json.WriteStartObject();
        WriteClass(
            MillisecondsOf(header.Snapshots.Select(RunIndex.TimeOf).Max(StringComparer.Ordinal)),
            Outcome.Manual, Severity.Info, status);
        JsonValues.WriteText(json, "message", $"A person decides {name}, {control.Title}.");
        WriteMetadata($"{uid}-{ReportDigest.Of(header)}");
        WriteInfo(uid, control.Title, "");
        json.WriteStartObject("compliance");
        JsonValues.WriteText(json, "control", control.Id);
        WriteRequirements([name], [], status, Outcome.Manual);
        JsonValues.WriteStrings(
            json, "status_details", [.. new[] { control.Needs }.Where(needs => needs.Length > 0)]);
        json.WriteEndObject();
        WriteCloud(account, only);
        json.WriteEndObject();
    }

    private void WriteClass(long? time, Outcome outcome, Severity severity, OcsfStatus status)
    {
        json.WriteNumber("activity_id", 1);
        json.WriteString("activity_name", "Create");
        json.WriteNumber("category_uid", 2);
        json.WriteString("category_name", "Findings");
        json.WriteNumber("class_uid", 2003);
        json.WriteString("class_name", "Compliance Finding");
        json.WriteNumber("type_uid", 200301);
        json.WriteString("type_name", "Compliance Finding: Create");
        json.WriteNumber("time", time ?? 0);
        var (id, name) = OcsfStatus.SeverityOf(outcome, severity);
        json.WriteNumber("severity_id", id);
        json.WriteString("severity", name);
        json.WriteNumber("status_id", status.Id);
        json.WriteString("status", status.Name);
        json.WriteString("status_code", OcsfStatus.CodeOf(outcome));
    }

    private void WriteMetadata(string uid)
    {
        json.WriteStartObject("metadata");
        json.WriteString("version", Version);
        JsonValues.WriteStrings(json, "profiles", ["cloud"]);
        JsonValues.WriteText(json, "uid", uid);
        json.WriteStartObject("product");
        json.WriteString("name", "PolicyEval");
        json.WriteString("vendor_name", "PolicyEval");
        JsonValues.WriteText(json, "version", header.ToolVersion);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteInfo(string uid, string title, string description)
    {
        json.WriteStartObject("finding_info");
        JsonValues.WriteText(json, "uid", uid);
        JsonValues.WriteText(json, "title", title);
        if (description.Length > 0)
            JsonValues.WriteText(json, "desc", description);
        json.WriteEndObject();
    }

    private void WriteCompliance(Finding finding, OcsfStatus status, ImmutableArray<string> details)
    {
        json.WriteStartObject("compliance");
        JsonValues.WriteText(json, "control", finding.Policy);
        WriteRequirements(finding.Controls, finding.Params, status, finding.Outcome);
        JsonValues.WriteStrings(json, "status_details", details);
        json.WriteEndObject();
    }

    private void WriteRequirements(
        ImmutableArray<string> controls, ImmutableArray<ParamReference> parameters, OcsfStatus status, Outcome outcome)
    {
        var standards = controls.Select(control => control.Split('/')[0]).Distinct(StringComparer.Ordinal);
        JsonValues.WriteStrings(
            json, "standards", [.. standards.Select(name => _standards.GetValueOrDefault(name, name))]);
        JsonValues.WriteStrings(json, "requirements", controls);
        if (!parameters.IsEmpty)
            JsonValues.WriteAll(json, "control_parameters", parameters, (_, param) =>
            {
                JsonValues.WriteText(json, "name", param.Name);
                JsonValues.WriteText(json, "value", param.Value);
            });
        json.WriteNumber("status_id", status.ComplianceId);
        json.WriteString("status", status.Compliance);
        json.WriteString("status_code", OcsfStatus.CodeOf(outcome));
    }

    private void WriteResource(ResourceReference resource, string partition) =>
        JsonValues.WriteAll(json, "resources", [resource], (_, each) =>
        {
            JsonValues.WriteText(json, "uid", each.Arn.Length > 0 ? each.Arn : each.Id);
            JsonValues.WriteText(json, "name", each.Id);
            JsonValues.WriteText(json, "type", each.Type);
            if (partition.Length > 0)
                JsonValues.WriteText(json, "cloud_partition", partition);
        });

    private void WriteCloud(string account, SnapshotReference? snapshot)
    {
        json.WriteStartObject("cloud");
        json.WriteString("provider", "AWS");
        if (account.Length > 0)
        {
            json.WriteStartObject("account");
            JsonValues.WriteText(json, "uid", account);
            if (snapshot is { AccountName.Length: > 0 } && snapshot.Account == account)
                JsonValues.WriteText(json, "name", snapshot.AccountName);
            json.WriteNumber("type_id", 10);
            json.WriteString("type", "AWS Account");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteRemediation(PolicyGuide guide)
    {
        var remedy = RemedyText.Of(guide);
        if (remedy.Length == 0)
            return;

        json.WriteStartObject("remediation");
        JsonValues.WriteText(json, "desc", remedy);
        JsonValues.WriteStrings(json, "references", guide.References);
        json.WriteEndObject();
    }

    private void WriteEvidence(Finding finding)
    {
        ImmutableArray<EvidenceCell> cells =
        [
            .. finding.Evidence, .. finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>(),
        ];
        if (!cells.IsEmpty)
            JsonValues.WriteAll(json, "evidences", cells, (_, cell) =>
            {
                json.WriteStartObject("data");
                JsonFindings.WriteCell(json, cell);
                json.WriteEndObject();
            });
    }

    private static string WordsOf(MissingEvidence missing) => $"Missing: {missing.File} {missing.Field}: {missing.Why}";

    private static long? MillisecondsOf(string? time) => DateTimeOffset.TryParse(
        time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        ? instant.ToUnixTimeMilliseconds()
        : null;
}
