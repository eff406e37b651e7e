using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>Writes results as a folder of Parquet files.</summary>
internal static class PartitionedSample
{
    /// <summary>The folder of a result.</summary>
    public static MemoryFolder Write(Sample sample)
    {
        var folder = new MemoryFolder();
        var sink = ReportFormats.Find("parquet")!.CreateInFolder!(folder, ReportOptions.Default);
        sink.Begin(sample.Header);
        foreach (var finding in sample.Findings)
            sink.Add(finding);
        sink.End(sample.Footer);
        Assert.IsType<IDisposable>(sink, exactMatch: false).Dispose();
        return folder;
    }
}
