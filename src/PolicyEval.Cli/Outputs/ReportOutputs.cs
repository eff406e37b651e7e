using System.Collections.Immutable;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>The reports of one evaluation. Files appear only when the run is complete.</summary>
internal sealed class ReportOutputs : IDisposable
{
    private readonly ReportStreams _streams;
    private readonly ImmutableArray<IResultSink> _sinks;

    private ReportOutputs(ReportStreams streams, ReportOptions options)
    {
        _streams = streams;
        _sinks =
        [
            .. streams.All.Select(s => FormatOf(s.Format).Create(s.Stream, s.Style, options)),
            .. streams.Folders.Select(f => FormatOf(f.Format).CreateInFolder!(f.Folder, options)),
        ];
        Sink = new FanOutSink(_sinks);
    }

    /// <summary>Takes the results of the run for every report.</summary>
    public IResultSink Sink { get; }

    /// <summary>Opens a temporary file or folder for every report that goes to one.</summary>
    /// <exception cref="UsageException">A report that is no text would go to a terminal.</exception>
    public static ReportOutputs Open(CliHost host, ImmutableArray<ReportTarget> targets, ReportOptions options)
    {
        var streams = ReportStreams.Open(host, targets);
        var wrong = streams.All.FirstOrDefault(s => s.Style.IsTerminal && FormatOf(s.Format).IsBinary);
        if (wrong is null)
            return new(streams, options);

        streams.Dispose();
        throw UsageException.Of(UsageDescriptors.BinaryToTerminal, wrong.Format);
    }

    /// <summary>Puts every file in its place.</summary>
    public void Keep()
    {
        // A report may hold bytes back until it is closed, so this comes before its file is.
        foreach (var sink in _sinks.OfType<IDisposable>())
            sink.Dispose();
        _streams.Keep();
    }

    /// <summary>Removes whatever was not kept.</summary>
    public void Dispose()
    {
        try
        {
            Discarding.All(_sinks.OfType<IDisposable>());
        }
        finally
        {
            _streams.Dispose();
        }
    }

    private static ReportFormat FormatOf(string name) => ReportFormats.Find(name)!;
}
