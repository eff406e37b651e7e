using System.Text;
using PolicyEval.Evaluation;
using PolicyEval.Testing;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Reports of the repository's own sample snapshots by the bundled policies.</summary>
internal static class RepositorySample
{
    /// <summary>Their names.</summary>
    public static string[] Names { get; } = ["well-kept", "neglected", "odd-cells", "sealed"];

    /// <summary>The report of a format.</summary>
    public static string Write(string snapshot, string format, ReportOptions? options = null) =>
        Encoding.UTF8.GetString(Bytes(snapshot, format, options));

    /// <summary>The report of a format as bytes.</summary>
    public static byte[] Bytes(string snapshot, string format, ReportOptions? options = null)
    {
        var request = new EvaluationRequest { ToolVersion = "0.1.0", Frameworks = ["cis_v130", "nist_800_53_r5"], Policies = [], TracesMax = 25 };
        return Bytes(snapshot, format, request, options);
    }

    /// <summary>The report of a format on what a run is asked for.</summary>
    public static byte[] Bytes(string snapshot, string format, EvaluationRequest request, ReportOptions? options = null)
    {
        var preparation = Evaluator.Prepare(
            PolicyLibrary.Load(null),
            [PolicyEval.Snapshots.Snapshot.Open(Repository.PathOf("snapshots", snapshot))],
            request);
        Assert.True(preparation.Plan is not null, string.Join('\n', preparation.Diagnostics));
        using var stream = new MemoryStream();
        var sink = ReportFormats.Find(format)!.Create(stream, ReportStyle.Plain, options ?? ReportOptions.Default);
        Evaluator.Run(preparation.Plan, sink, 2, CancellationToken.None);
        (sink as IDisposable)?.Dispose();
        return stream.ToArray();
    }
}
