using System.Collections.Immutable;
using PolicyEval.Reporting;

namespace PolicyEval.Cli.Outputs;

/// <summary>Where the reports of one run are written. Files appear only when the run is complete.</summary>
internal sealed class ReportStreams : IDisposable
{
    private readonly ImmutableArray<IPendingOutput> _pending;

    private ReportStreams(
        ImmutableArray<IPendingOutput> pending,
        ImmutableArray<ReportStream> all,
        ImmutableArray<ReportFolder> folders)
    {
        _pending = pending;
        All = all;
        Folders = folders;
    }

    /// <summary>One for each report that is one file, in the order asked for.</summary>
    public ImmutableArray<ReportStream> All { get; }

    /// <summary>One for each report that is several files, in the order asked for.</summary>
    public ImmutableArray<ReportFolder> Folders { get; }

    /// <summary>Opens a temporary file or folder for every report that goes to one.</summary>
    public static ReportStreams Open(CliHost host, ImmutableArray<ReportTarget> targets)
    {
        var pending = ImmutableArray.CreateBuilder<IPendingOutput>();
        var streams = ImmutableArray.CreateBuilder<ReportStream>();
        var folders = ImmutableArray.CreateBuilder<ReportFolder>();
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
                else if (target.Destination.Kind == DestinationKind.Folder)
                {
                    var folder = PendingFolder.Open(target.Destination.Path);
                    pending.Add(folder);
                    folders.Add(new(target.Format, folder));
                }
                else
                {
                    var file = PendingFile.Open(target.Destination);
                    pending.Add(file);
                    streams.Add(new(target.Format, file.Stream, ReportStyle.Plain));
                }
            }
        }
        catch
        {
            Discarding.All(pending);
            throw;
        }

        return new ReportStreams(pending.ToImmutable(), streams.ToImmutable(), folders.ToImmutable());
    }

    /// <summary>Puts every file in its place.</summary>
    public void Keep()
    {
        foreach (var output in _pending)
            output.Keep();
    }

    /// <summary>Removes whatever was not kept.</summary>
    public void Dispose() => Discarding.All(_pending);
}
