using System.Text;
using PolicyEval.Cli.Commands;
using PolicyEval.Cli.Diagnostics;
using PolicyEval.Cli.Progress;
using PolicyEval.Cli.Streams;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Reporting;
using PolicyEval.Reporting.Messages;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Cli;

/// <summary>
/// The program without its process: everything that it reads and writes is handed in, and nothing is static, so that
/// any number of them can run side by side.
/// </summary>
public sealed class CliHost
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard input.</summary>
    public required Stream Input { get; init; }

    /// <summary>Standard output: results, in UTF-8.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error: diagnostics, in UTF-8.</summary>
    public required Stream Error { get; init; }

    /// <summary>The value of the environment variable with the passphrase of private keys, or null.</summary>
    public string? Passphrase { get; init; }

    /// <summary>How text on standard output looks.</summary>
    public ReportStyle OutputStyle { get; init; } = ReportStyle.Plain;

    /// <summary>How text on standard error looks.</summary>
    public ReportStyle ErrorStyle { get; init; } = ReportStyle.Plain;

    /// <summary>
    /// What ticks while long runs show on standard error how far they are; null where nobody watches a terminal.
    /// </summary>
    public TimeProvider? Ticks { get; init; }

    /// <summary>Runs one command line and returns its exit code. Never throws.</summary>
    public int Run(IReadOnlyList<string> args, CancellationToken cancellationToken = default)
    {
        try
        {
            return Interpreter.Run(this, args, cancellationToken);
        }
        catch (UsageException wrong)
        {
            Report([wrong.Diagnostic]);
            return wrong.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        // A large file is read twice, and was not the same the second time.
        catch (EvidenceReadException changed)
        {
            Report([changed.Diagnostic]);
            return ExitCodes.UnusableInput;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Report([Diagnostic.Create(UsageDescriptors.OutputFails, Location.None, failure.Message)]);
            return ExitCodes.UnusableInput;
        }
        // The last resort: a defect becomes a message and an exit code, never a stack trace.
        catch (Exception defect)
        {
            var name = defect.GetType().Name;
            Report([Diagnostic.Create(UsageDescriptors.InternalFault, Location.None, name, defect.Message)]);
            return ExitCodes.UnusableInput;
        }
    }

    /// <summary>Writes diagnostics to standard error.</summary>
    internal void Report(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        using var error = ErrorText();
        var renderer = new DiagnosticRenderer(error, ErrorStyle);
        foreach (var diagnostic in diagnostics)
            renderer.Write(diagnostic);
    }

    /// <summary>Writes diagnostics about keys and snapshots to standard error.</summary>
    internal void Report(IEnumerable<SnapshotDiagnostic> diagnostics) =>
        Report([.. diagnostics.Select(diagnostic => EvidenceDiagnostics.Of(diagnostic, SnapshotLabel.Alone))]);

    /// <summary>Begins to show progress.</summary>
    /// <param name="quiet">Whether there shall be none.</param>
    internal ProgressLine ShowProgress(bool quiet = false) =>
        new(new ForgivingStream(Error), ErrorStyle, quiet ? null : Ticks);

    /// <summary>The same program, where whatever is written to the terminal ends the progress.</summary>
    internal CliHost With(ProgressLine progress) => new()
    {
        Input = Input,
        Output = OutputStyle.IsTerminal ? new ProgressStream(Output, progress) : Output,
        Error = new ProgressStream(Error, progress),
        Passphrase = Passphrase,
        OutputStyle = OutputStyle,
        ErrorStyle = ErrorStyle,
    };

    /// <summary>A writer to standard error that gives up quietly where that fails.</summary>
    internal StreamWriter ErrorText() => TextOver(new ForgivingStream(Error));

    /// <summary>A writer of text with LF over one of the streams, which stays open.</summary>
    internal static StreamWriter TextOver(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
}
