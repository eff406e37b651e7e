using System.Collections.Immutable;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>The reports of one run. Files appear only when the run is complete.</summary>
internal sealed class ReportOutputs : IDisposable
{
    private readonly ImmutableArray<PendingFile> _files;
    private readonly ImmutableArray<IResultSink> _sinks;

    private ReportOutputs(ImmutableArray<PendingFile> files, ImmutableArray<IResultSink> sinks)
    {
        _files = files;
        _sinks = sinks;
        Sink = new FanOutSink(sinks);
    }

    /// <summary>Takes the results of the run for every report.</summary>
    public IResultSink Sink { get; }

    /// <summary>Opens a temporary file for every report that goes to a file.</summary>
    public static ReportOutputs Open(CliHost host, ImmutableArray<ReportTarget> targets)
    {
        var files = ImmutableArray.CreateBuilder<PendingFile>();
        var sinks = ImmutableArray.CreateBuilder<IResultSink>();
        try
        {
            foreach (var target in targets)
            {
                if (target.Destination.Kind == DestinationKind.StandardOutput)
                {
                    sinks.Add(target.Format.Create(host.Output, host.OutputStyle));
                }
                else if (target.Destination.Kind == DestinationKind.StandardError)
                {
                    sinks.Add(target.Format.Create(host.Error, host.ErrorStyle));
                }
                else
                {
                    var file = PendingFile.Open(target.Destination);
                    files.Add(file);
                    sinks.Add(target.Format.Create(file.Stream, ReportStyle.Plain));
                }
            }
        }
        catch
        {
            foreach (var file in files)
                file.Dispose();
            throw;
        }

        return new ReportOutputs(files.ToImmutable(), sinks.ToImmutable());
    }

    /// <summary>Puts every file in its place.</summary>
    public void Keep()
    {
        CloseSinks();
        foreach (var file in _files)
            file.Keep();
    }

    /// <summary>Removes whatever was not kept.</summary>
    public void Dispose()
    {
        try
        {
            CloseSinks();
        }
        finally
        {
            foreach (var file in _files)
                file.Dispose();
        }
    }

    // A report may hold bytes back until it is closed, so this comes before its file is.
    private void CloseSinks()
    {
        foreach (var sink in _sinks.OfType<IDisposable>())
            sink.Dispose();
    }
}
