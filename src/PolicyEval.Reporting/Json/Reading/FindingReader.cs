using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>Reads what <see cref="JsonFindings"/> writes.</summary>
internal sealed class FindingReader(RunHeader header)
{
    private readonly ILookup<string, PolicyReference> _policies =
        header.Policies.ToLookup(policy => policy.Name, StringComparer.Ordinal);

    private readonly HashSet<string> _snapshots =
        header.Snapshots.Select(snapshot => snapshot.Digest).ToHashSet(StringComparer.Ordinal);

    /// <exception cref="UnreadableReportException">It is none, or another one than its fingerprint says.</exception>
    public Finding Read(JsonPart json)
    {
        var finding = ReadParts(json);
        var expected = Fingerprint.Of(finding.Policy, finding.Resource);
        return finding.Fingerprint == expected
            ? finding
            : throw json.Error(
                ReportDescriptors.DoesNotAddUp, "fingerprint",
                $"the fingerprint of policy, account and resource is {expected}, and the report says something else");
    }

    private Finding ReadParts(JsonPart json) => new()
    {
        Policy = json.String("policy"),
        Title = json.String("title"),
        Controls = json.ControlNames("controls"),
        Snapshot = ReadSnapshot(json),
        Resource = ReadResource(json.Part("resource")),
        Outcome = json.Word("outcome", ReportWords.Outcomes),
        Reason = json.String("reason"),
        Message = json.String("message"),
        Violations = [.. json.Parts("violations").Select(v => new Violation(v.String("reason"), v.String("message")))],
        Severity = json.Word("severity", ReportWords.Severities),
        Params = ReadParams(json.String("policy"), json.Part("params")),
        Fingerprint = json.String("fingerprint"),
        Waiver = json.PartOrNull("waiver") is { } waiver ? ReadWaiver(waiver) : null,
        Baseline = json.Has("baseline") ? json.WordOrNull("baseline", ReportWords.BaselineStates) : null,
        Evidence = [.. json.Parts("evidence").Select(ReadCell)],
        Missing = [.. json.Parts("missing").Select(ReadMissing)],
        Trace = json.Has("trace") ? [.. json.Parts("trace").Select(ReadTrace)] : [],
    };

    private string ReadSnapshot(JsonPart json) => json.String("snapshot") is var digest && _snapshots.Contains(digest)
        ? digest
        : throw json.Wrong("snapshot", "the digest of one of \"snapshots\"");

    private static RuleTrace ReadTrace(JsonPart json) => new(
        json.Word("role", ReportWords.RuleRoles), json.String("name"), json.String("because"),
        [.. json.Parts("rows").Select(ReadRow)]);

    private static TraceRow ReadRow(JsonPart json) => new(
        json.Int("depth"), json.String("expression"), json.Known("value"))
    {
        Skipped = json.WordOrNull("skipped", ReportWords.SkipReasons) ?? SkipReason.None,
        Note = json.Known("note"),
    };

    private static ResourceReference ReadResource(JsonPart json) => new(
        json.String("type"), json.String("id"), json.Known("arn"), json.Known("account"));

    private static WaiverReference ReadWaiver(JsonPart json) => new(
        json.String("name"), json.String("owner"), json.String("justification"), json.Instant("expires"));

    private static MissingEvidence ReadMissing(JsonPart json) => new(
        json.String("file"), json.String("field"), json.String("why"), json.Known("command"))
    {
        Cell = json.PartOrNull("cell") is { } cell ? ReadCell(cell) : null,
    };

    private static EvidenceCell ReadCell(JsonPart json) => new(
        json.String("file"), json.String("sha256"), json.Int("line"), json.Int("column"), json.String("field"),
        json.String("value"))
    {
        Pointer = json.Has("pointer") ? json.String("pointer") : "",
    };

    /// <summary>
    /// A finding names values alone. The policy knows the rest, once for each kind of account and framework.
    /// </summary>
    private ImmutableArray<ParamReference> ReadParams(string policy, JsonPart json)
    {
        var values = json.Scalars().ToImmutableArray();
        foreach (var variant in _policies[policy])
        {
            var known = variant.Params.Select(param => (param.Name, param.Value));
            if (known.SequenceEqual(values.Select(value => (value.Name, value.Text))))
                return variant.Params;
        }

        return [.. values.Select(value => new ParamReference(value.Name, TypeOf(value.Kind), value.Text, value.Text))];
    }

    private static string TypeOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "int",
        JsonValueKind.True or JsonValueKind.False => "bool",
        _ => "string",
    };
}
