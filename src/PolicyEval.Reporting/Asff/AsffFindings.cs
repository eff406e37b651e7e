using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Asff;

/// <summary>Writes one finding.</summary>
/// <param name="json">Where to.</param>
/// <param name="header">The inputs.</param>
/// <param name="region">The region that the user chose, or null.</param>
internal sealed class AsffFindings(Utf8JsonWriter json, RunHeader header, string? region)
{
    private const int TitleMax = 256;
    private const int DescriptionMax = 1024;
    private const int RemedyMax = 512;
    private const int NameMax = 512;
    private const int FieldMax = 2048;
    private const int RequirementsMax = 32;

    private const string TypePrefix = "Software and Configuration Checks/Industry and Regulatory Standards";
    private const string UnknownTime = "1970-01-01T00:00:00Z";

    private readonly RunIndex _index = new(header);
    private readonly Dictionary<string, string> _standards = header.Frameworks
        .DistinctBy(framework => framework.Name)
        .ToDictionary(
            framework => framework.Name, framework => framework.Title, StringComparer.Ordinal);

    /// <summary>Writes it.</summary>
    public void Write(Finding finding, AsffStatus status)
    {
        var snapshot = _index.SnapshotOf(finding);
        var policy = _index.PolicyOf(finding);
        var place = AsffPlace.Of(finding.Resource, snapshot, region);
        var time = RunIndex.TimeOf(snapshot);
        var message = finding.Message.Length > 0 ? finding.Message : finding.Title;

        json.WriteStartObject();
        json.WriteString("SchemaVersion", "2018-10-08");
        Write("Id", $"policyeval/{FindingId.Of(finding)}", NameMax);
        JsonValues.WriteText(json, "ProductArn", place.ProductArn);
        json.WriteString("ProductName", "PolicyEval");
        Write("GeneratorId", $"policyeval/{finding.Policy}", NameMax);
        JsonValues.WriteText(json, "AwsAccountId", place.Account);
        JsonValues.WriteText(json, "Region", place.Region);
        JsonValues.WriteStrings(json, "Types", TypesOf(finding));
        JsonValues.WriteText(json, "CreatedAt", time ?? UnknownTime);
        JsonValues.WriteText(json, "UpdatedAt", time ?? UnknownTime);
        json.WriteStartObject("Severity");
        json.WriteString("Label", AsffStatus.SeverityOf(finding.Outcome, finding.Severity));
        json.WriteEndObject();
        Write("Title", finding.Title, TitleMax);
        Write("Description", $"{finding.Resource.Id}: {message}", DescriptionMax);
        if (finding.Outcome == Outcome.Fail && policy is not null)
            WriteRemediation(policy.Guide);
        json.WriteStartObject("ProductFields");
        foreach (var (name, value) in AsffFields.Of(finding, isTimeKnown: time is not null))
            Write(name, value, FieldMax);
        json.WriteEndObject();
        WriteResource(finding.Resource, place);
        WriteCompliance(finding, status, message);
        json.WriteStartObject("Workflow");
        json.WriteString("Status", status.Workflow);
        json.WriteEndObject();
        json.WriteString("RecordState", "ACTIVE");
        json.WriteEndObject();
    }

    private ImmutableArray<string> TypesOf(Finding finding)
    {
        var names = finding.Controls.Select(control => control.Split('/')[0]).Distinct(StringComparer.Ordinal)
            .Select(name => _standards.GetValueOrDefault(name, name))
            .Select(title => $"{TypePrefix}/{AsffText.Of(title, TitleMax).Replace('/', '-')}");
        return [.. names.Distinct(StringComparer.Ordinal).DefaultIfEmpty(TypePrefix)];
    }

    private void WriteRemediation(PolicyGuide guide)
    {
        var remedy = RemedyText.Of(guide);
        var address = guide.References.FirstOrDefault(
            reference => reference.StartsWith("https://", StringComparison.Ordinal));
        if (remedy.Length == 0 && address is null)
            return;

        json.WriteStartObject("Remediation");
        json.WriteStartObject("Recommendation");
        if (remedy.Length > 0)
            JsonValues.WriteText(json, "Text", AsffText.Cut(remedy, RemedyMax));
        if (address is not null)
            JsonValues.WriteText(json, "Url", address);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResource(ResourceReference resource, AsffPlace place) =>
        JsonValues.WriteAll(json, "Resources", [resource], (_, each) =>
        {
            var type = TypeOf(each);
            json.WriteString("Type", type);
            Write("Id", IdOf(each, type, place), NameMax);
            JsonValues.WriteText(json, "Partition", place.Partition);
            JsonValues.WriteText(json, "Region", place.Region);
        });

    private void WriteCompliance(Finding finding, AsffStatus status, string message)
    {
        json.WriteStartObject("Compliance");
        json.WriteString("Status", status.Compliance);
        if (!finding.Controls.IsEmpty)
            JsonValues.WriteStrings(
                json, "RelatedRequirements", [.. finding.Controls.Take(RequirementsMax)]);
        if (finding.Reason.Length > 0)
            JsonValues.WriteAll(json, "StatusReasons", [finding.Reason], (_, reason) =>
            {
                Write("ReasonCode", reason, TitleMax);
                Write("Description", message, DescriptionMax);
            });
        json.WriteEndObject();
    }

    private void Write(string name, string text, int max) =>
        JsonValues.WriteText(json, name, AsffText.Of(text, max));

    /// <summary>The type as Security Hub calls it; what stands for all resources of a type is the account.</summary>
    private static string TypeOf(ResourceReference resource) => resource switch
    {
        { Id: ResourceReference.Unlisted } => "AwsAccount",
        { Type: "aws.account" or "aws.iam.root" } => "AwsAccount",
        { Type: "aws.iam.user" } => "AwsIamUser",
        { Type: "aws.iam.role" } => "AwsIamRole",
        { Type: "aws.iam.group" } => "AwsIamGroup",
        { Type: "aws.iam.policy" } => "AwsIamPolicy",
        _ => "Other",
    };

    private static string IdOf(ResourceReference resource, string type, AsffPlace place) =>
        type == "AwsAccount" ? $"AWS::::Account:{place.Account}"
        : resource.Arn.Length > 0 ? resource.Arn
        : resource.Id;
}
