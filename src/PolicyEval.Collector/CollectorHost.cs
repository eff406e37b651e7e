using System.Text;
using PolicyEval.Cli.Streams;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Commands;
using PolicyEval.Collector.Diagnostics;
using PolicyEval.Collector.Progress;
using PolicyEval.Collector.Terminals;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Collector;

/// <summary>
/// The program without its process: clock, streams, environment and AWS are handed in, and nothing is static, so that
/// any number of them can run side by side.
/// </summary>
internal sealed class CollectorHost
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output: results, in UTF-8.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: progress and messages, in UTF-8.</summary>
    public required Stream Error { get; init; }

    /// <summary>What standard error is.</summary>
    public TerminalStyle ErrorStyle { get; init; } = TerminalStyle.Plain;

    /// <summary>The clock, and what waits.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>An environment variable, or null.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Connects to AWS.</summary>
    public required Func<AwsOptions, IAwsConnector> Connect { get; init; }

    /// <summary>Runs one command line and returns its exit code. Never throws.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation = default)
    {
        try
        {
            return await Interpreter.RunAsync(this, args, cancellation).ConfigureAwait(false);
        }
        catch (CollectException wrong)
        {
            Report(wrong.Diagnostics);
            return wrong.ExitCode;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Cancelled;
        }
        // Snapshots are written by then; what fails is to say so.
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report([CollectDiagnostic.Of(CollectDescriptors.OutputFails, failure.Message)]);
            return ExitCodes.Incomplete;
        }
        // The last resort: a defect becomes a message and an exit code, never a stack trace.
        catch (Exception defect)
        {
            var name = defect.GetType().Name;
            Report([CollectDiagnostic.Of(CollectDescriptors.InternalFault, name, defect.Message)]);
            return ExitCodes.Nothing;
        }
    }

    /// <summary>Writes messages to standard error.</summary>
    public void Report(IReadOnlyCollection<CollectDiagnostic> diagnostics)
    {
        using var error = ErrorText();
        foreach (var diagnostic in diagnostics)
        {
            var weight = diagnostic.Descriptor.Severity == CollectSeverity.Error ? "error" : "warning";
            WriteMessage(error, diagnostic.Place, weight, diagnostic.Descriptor.Id, diagnostic.Message);
            if (diagnostic.Suggestion is { } suggestion)
                error.WriteLine($"  did you mean '{suggestion}'?");
            error.WriteLine($"  help: {diagnostic.Descriptor.Help}");
        }
    }

    /// <summary>Writes messages about a key to standard error.</summary>
    public void Report(IReadOnlyCollection<SnapshotDiagnostic> diagnostics)
    {
        using var error = ErrorText();
        foreach (var diagnostic in diagnostics)
        {
            var weight = diagnostic.Severity == SnapshotSeverity.Error ? "error" : "warning";
            WriteMessage(error, diagnostic.File, weight, diagnostic.Id, diagnostic.Message);
            error.WriteLine($"  help: {diagnostic.Help}");
        }
    }

    /// <summary>A writer to standard error that gives up quietly where that fails.</summary>
    public StreamWriter ErrorText() => TextOver(new ForgivingStream(Error));

    /// <summary>A writer of text with LF over one of the streams, which stays open.</summary>
    public static StreamWriter TextOver(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };

    private static void WriteMessage(TextWriter error, string place, string weight, string id, string message)
    {
        var where = place.Length == 0 ? "" : $"{TerminalText.Of(place)}: ";
        error.WriteLine($"{where}{weight} {id}: {TerminalText.Of(message)}");
    }
}
