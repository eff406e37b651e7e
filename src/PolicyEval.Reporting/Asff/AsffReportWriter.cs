using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;

namespace PolicyEval.Reporting.Asff;

/// <summary>
/// An evaluation in the AWS Security Finding Format (2018-10-08) as one array, written while the findings arrive.
/// Security Hub takes 100 of them in a call, and replaces a finding by a later one of the same id: each has that of
/// <see cref="Grouping.FindingId"/>.
/// </summary>
internal sealed class AsffReportWriter : IResultSink, IDisposable
{
    private const int FlushBytes = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly string? _region;
    private AsffFindings? _findings;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Is flushed at the end and left open.</param>
    /// <param name="region">The region whose Security Hub is meant, or null for the one of the partition.</param>
    public AsffReportWriter(Stream output, string? region)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, JsonLayout.Options);
        _region = region;
    }

    /// <inheritdoc/>
    public void Begin(RunHeader header)
    {
        _findings = new AsffFindings(_json, header, _region);
        _json.WriteStartArray();
    }

    /// <inheritdoc/>
    public void Add(Finding finding)
    {
        if (AsffStatus.Of(finding.Outcome, finding.Waiver is not null) is { } status)
            _findings!.Write(finding, status);
        if (_json.BytesPending > FlushBytes)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void End(RunFooter footer)
    {
        _json.WriteEndArray();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
