using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Grouping;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Sarif;

/// <summary>Findings as results.</summary>
/// <param name="header">The inputs.</param>
/// <param name="artifacts">The files.</param>
internal sealed class SarifReportResults(RunHeader header, SarifReportArtifacts artifacts)
{
    private const string Method = "policyeval/v1";

    // What GitHub tells alerts apart by; it makes its own of a file that it has, which the evidence never is.
    private const string GithubMethod = "primaryLocationLineHash";

    // GitHub shows as many places of a result.
    private const int RelatedMax = 100;

    // As many cells as a message can hold and still be read; the others are related places.
    private const int ProofMax = 5;

    private readonly Dictionary<string, PolicyReference> _policies = header.Policies
        .DistinctBy(policy => policy.Name).ToDictionary(policy => policy.Name, StringComparer.Ordinal);

    /// <summary>A finding at its evidence.</summary>
    public SarifResult Full(Finding finding)
    {
        var cells = PlacesOf(finding);
        return Common(finding, cells.FirstOrDefault()) with
        {
            Related = [.. cells.Skip(1)],
            Suppressions = header.WaiverFiles.IsEmpty && finding.Waiver is null ? null : SuppressionsOf(finding),
        };
    }

    /// <summary>A failure at the policy that found it.</summary>
    public SarifResult Github(Finding finding)
    {
        var cells = PlacesOf(finding);
        var proof = string.Concat(finding.Evidence.Take(ProofMax).Select(cell => " " + SarifText.Sentence(
            FormattableString.Invariant($"{cell.File}:{cell.Line}:{cell.Column} {cell.Field} = {cell.Value}"))));
        var result = Common(finding, PlaceOfPolicy(finding) ?? cells.FirstOrDefault());
        return result with
        {
            Message = result.Message + proof,
            Related = [.. cells.Take(RelatedMax)],
            BaselineState = finding.Baseline switch
            {
                null => null,
                BaselineState.Known => "unchanged",
                BaselineState.New => "new",
                _ => throw new UnreachableException($"{finding.Baseline}"),
            },
        };
    }

    private static SarifResult Common(Finding finding, SarifPlace? place)
    {
        var id = FindingId.Of(finding);
        var isFailure = finding.Outcome == Outcome.Fail;
        return new SarifResult(
            finding.Policy,
            isFailure ? SarifReportRules.LevelOf(finding.Severity) : SarifLevel.None,
            MessageOf(finding),
            place)
        {
            Kind = KindOf(finding.Outcome),
            Subject = SubjectOf(finding.Resource),
            Fingerprints =
            [
                (Method, $"{id}"),
                (GithubMethod, $"{id.Short}:1"),
            ],
            Properties = json => WriteProperties(json, finding),
        };
    }

    private static SarifKind KindOf(Outcome outcome) => outcome switch
    {
        Outcome.Pass => SarifKind.Pass,
        Outcome.Fail => SarifKind.Fail,
        Outcome.Manual => SarifKind.Review,
        Outcome.NotApplicable => SarifKind.NotApplicable,
        Outcome.NotAssessed or Outcome.Incomplete or Outcome.Error => SarifKind.Open,
        _ => throw new UnreachableException($"{outcome}"),
    };

    private static string MessageOf(Finding finding)
    {
        var account = finding.Resource.Account;
        var subject = account.Length == 0 || account == finding.Resource.Id
            ? finding.Resource.Id
            : $"{finding.Resource.Id} of {account}";
        return SarifText.Sentence($"{subject}: {(finding.Message.Length > 0 ? finding.Message : finding.Title)}");
    }

    private static SarifLogicalLocation SubjectOf(ResourceReference resource) => new(
        resource.Id,
        resource.Arn.Length > 0 ? resource.Arn : $"{resource.Type}/{resource.Account}/{resource.Id}",
        "resource");

    /// <summary>The cells that decided, then those that say nothing usable.</summary>
    private ImmutableArray<SarifPlace> PlacesOf(Finding finding) =>
    [
        .. finding.Evidence.Concat(finding.Missing.Select(missing => missing.Cell).OfType<EvidenceCell>())
            .Select(cell => PlaceOf(finding, cell)).OfType<SarifPlace>(),
    ];

    private SarifPlace? PlaceOf(Finding finding, EvidenceCell cell) =>
        artifacts.EvidenceOf(finding, cell.File) is { } artifact
            ? new SarifPlace(artifact, SarifRegion.Of(cell))
            {
                Message = SarifText.Sentence($"{cell.Field} = {cell.Value}"),
            }
            : null;

    private SarifPlace? PlaceOfPolicy(Finding finding) =>
        artifacts.PolicyOf(finding) is { } artifact && _policies[finding.Policy].Line is > 0 and var line
            ? new SarifPlace(artifact, SarifRegion.OfLine(line))
            : null;

    private static ImmutableArray<SarifSuppression> SuppressionsOf(Finding finding) => finding.Waiver is not { } waiver
        ? []
        :
        [
            new SarifSuppression(SarifText.Lines(waiver.Justification), json =>
            {
                JsonValues.WriteText(json, "waiver", waiver.Name);
                JsonValues.WriteText(json, "owner", waiver.Owner);
                JsonValues.WriteText(json, "expires", waiver.Expires);
            }),
        ];

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        JsonValues.WriteText(json, "outcome", ResultWords.Of(finding.Outcome));
        JsonValues.WriteText(json, "severity", ResultWords.Of(finding.Severity));
        JsonValues.WriteText(json, "reason", finding.Reason);
        JsonValues.WriteStrings(json, "controls", finding.Controls);
        JsonValues.WriteText(json, "resourceType", finding.Resource.Type);
        JsonValues.WriteKnown(json, "account", finding.Resource.Account);
        JsonValues.WriteText(json, "snapshot", finding.Snapshot);
        // SARIF wants its own word on every result, and a baseline tells of failures only.
        JsonValues.WriteKnown(json, "baseline", finding.Baseline is { } state ? ResultWords.Of(state) : null);
        JsonValues.WriteKnown(json, "changes", ChangeWords.Of(finding));
        JsonValues.WriteStrings(json, "missing", [.. finding.Missing.Select(m => $"{m.File} {m.Field}: {m.Why}")]);
    }
}
