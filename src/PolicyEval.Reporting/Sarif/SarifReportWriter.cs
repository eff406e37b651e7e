using System.Collections.Immutable;
using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Sarif;

/// <summary>
/// An evaluation as SARIF 2.1.0: a rule for each policy, a result for each finding, a taxonomy for each framework. The
/// full profile is written while the findings arrive; of the other one the failures that GitHub shows are kept. The
/// partial fingerprints of a result are its <see cref="Grouping.FindingId"/>.
/// </summary>
internal sealed class SarifReportWriter : IResultSink, IDisposable
{
    // GitHub shows ten tags of a rule.
    private const int GithubTagsMax = 10;

    private readonly SarifWriter _writer;
    private readonly SarifProfile _profile;
    private readonly SarifReportEvents _events = new();
    private readonly SarifWorstFindings _worst = new();
    private RunHeader? _header;
    private SarifReportRules? _rules;
    private SarifReportResults? _results;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="profile">For whom the log is.</param>
    public SarifReportWriter(Stream output, SarifProfile profile)
    {
        _writer = new SarifWriter(output);
        _profile = profile;
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        var isFull = _profile == SarifProfile.Full;
        var artifacts = new SarifReportArtifacts(header);
        _header = header;
        _rules = new SarifReportRules(header, isFull ? int.MaxValue : GithubTagsMax);
        _results = new SarifReportResults(header, artifacts);
        _writer.Begin(new SarifRunHead
        {
            ToolVersion = header.ToolVersion,
            Category = CategoryOf(header),
            Rules = isFull ? [.. _rules.Policies, SarifReportRules.Manual] : _rules.Policies,
            Notifications = SarifReportEvents.Descriptors,
            Taxonomies = _rules.Taxonomies,
            Bases = artifacts.Bases,
            Artifacts = artifacts.All,
        });
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        _events.Add(finding);
        // Without its evidence in scope a rule says nothing: it is listed, and has no result.
        if (_profile == SarifProfile.Full && finding.Outcome != Outcome.NotAssessed)
            _writer.Add(_results!.Full(finding));
        else if (_profile == SarifProfile.Github && finding is { Outcome: Outcome.Fail, Waiver: null })
            _worst.Add(finding);
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        foreach (var finding in _worst.InOrder())
            _writer.Add(_results!.Github(finding));
        if (_profile == SarifProfile.Full)
        {
            foreach (var control in footer.Controls.Where(control => control.Outcome == Outcome.Manual))
                _writer.Add(ResultOf(control));
        }

        var header = _header!;
        _writer.End(new SarifRunTail(_events.InvocationOf(footer, _worst.LeftOut))
        {
            Taxa = [.. footer.Controls.Select(TaxonOf).OfType<SarifTaxon>()],
            Properties = json => WriteProperties(json, header, footer),
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>What keeps the results of different accounts and frameworks apart at code hosts.</summary>
    private static string CategoryOf(RunHeader header)
    {
        var place = header.Snapshots is [{ Account.Length: > 0 } only]
            ? new[] { only.Partition, only.Account }
            : ["accounts"];
        var names = place.Concat(header.Frameworks.Select(framework => framework.Name)).Where(name => name.Length > 0);
        return $"policyeval/{string.Join('/', names.Select(Uri.EscapeDataString))}/";
    }

    private SarifResult ResultOf(ControlResult control)
    {
        var name = $"{control.Framework}/{control.Id}";
        var needs = control.Needs.Length == 0 ? "" : " " + SarifText.Sentence($"It needs {control.Needs}");
        return new SarifResult(
            SarifReportRules.ManualControl, SarifLevel.None,
            SarifText.Sentence($"A person decides {name}, {control.Title}") + needs, Place: null)
        {
            Kind = SarifKind.Review,
            Subject = new SarifLogicalLocation(control.Id, name, "control"),
            Taxon = _rules!.TaxonOf(name),
            Suppressions = _header!.WaiverFiles.IsEmpty ? null : ImmutableArray<SarifSuppression>.Empty,
        };
    }

    private SarifTaxon? TaxonOf(ControlResult control) =>
        _rules!.TaxonOf($"{control.Framework}/{control.Id}") is { } reference
            ? new SarifTaxon(reference.Taxonomy, reference.Id, SarifText.Sentence(control.Title), json =>
            {
                JsonValues.WriteText(json, "outcome", ResultWords.Of(control.Outcome));
                JsonValues.WriteCounts(json, "findings", control.Counts);
                JsonValues.WriteKnown(json, "needs", control.Needs);
                JsonValues.WriteKnown(json, "command", control.Command);
            })
            : null;

    private void WriteProperties(Utf8JsonWriter json, RunHeader header, RunFooter footer)
    {
        JsonValues.WriteText(json, "evidenceDigest", ReportDigest.Of(header));
        JsonValues.WriteStrings(json, "headline", [.. Headline.Of(header, footer).Select(f => $"{f.Label}: {f.Text}")]);
        JsonValues.WriteCounts(json, "findings", footer.Findings);
        json.WriteNumber("gateFailures", footer.GateFailures);
        json.WriteNumber("knownFailures", footer.KnownFailures);
        json.WriteNumber("leftOut", _worst.LeftOut);
    }
}
