using System.Collections.Immutable;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>Where the reports of one run are written. Files appear only when the run is complete.</summary>
internal sealed class ReportStreams : IDisposable
{
    private readonly ImmutableArray<PendingFile> _files;

    private ReportStreams(ImmutableArray<PendingFile> files, ImmutableArray<ReportStream> all)
    {
        _files = files;
        All = all;
    }

    /// <summary>One for each report, in the order asked for.</summary>
    public ImmutableArray<ReportStream> All { get; }

    /// <summary>Opens a temporary file for every report that goes to a file.</summary>
    public static ReportStreams Open(CliHost host, ImmutableArray<ReportTarget> targets)
    {
        var files = ImmutableArray.CreateBuilder<PendingFile>();
        var streams = ImmutableArray.CreateBuilder<ReportStream>();
        try
        {
            foreach (var target in targets)
            {
                if (target.Destination.Kind == DestinationKind.StandardOutput)
                {
                    streams.Add(new(target.Format, host.Output, host.OutputStyle));
                }
                else if (target.Destination.Kind == DestinationKind.StandardError)
                {
                    streams.Add(new(target.Format, host.Error, host.ErrorStyle));
                }
                else
                {
                    var file = PendingFile.Open(target.Destination);
                    files.Add(file);
                    streams.Add(new(target.Format, file.Stream, ReportStyle.Plain));
                }
            }
        }
        catch
        {
            Discarding.All(files);
            throw;
        }

        return new ReportStreams(files.ToImmutable(), streams.ToImmutable());
    }

    /// <summary>Puts every file in its place.</summary>
    public void Keep()
    {
        foreach (var file in _files)
            file.Keep();
    }

    /// <summary>Removes whatever was not kept.</summary>
    public void Dispose() => Discarding.All(_files);
}
