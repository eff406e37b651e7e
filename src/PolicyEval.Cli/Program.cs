using System.Runtime.InteropServices;
using PolicyEval.Cli;
using PolicyEval.Cli.Progress;
using PolicyEval.Cli.Streams;
using PolicyEval.Cli.Terminals;
using PolicyEval.Snapshots.Signatures;

// Reading standard input cannot be interrupted, so a cancelled run that does not end by itself is left behind.
var patience = TimeSpan.FromSeconds(2);

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel);

var host = new CliHost
{
    Input = StandardStreams.Input(),
    Output = new BufferedStream(StandardStream.Output(), 1 << 16),
    Error = StandardStream.Error(),
    Passphrase = Environment.GetEnvironmentVariable(Passphrase.Variable),
    OutputStyle = ProcessTerminal.Output(),
    ErrorStyle = ProcessTerminal.Error(),
    Ticks = ProcessTerminal.ShowsProgress() ? new Ticks() : null,
};
// On this thread: the threads of a pool would cost every start some milliseconds.
return host.Run(args, cancellation.Token);

void Cancel(PosixSignalContext context)
{
    context.Cancel = true;
    cancellation.Cancel();
    Thread.Sleep(patience);
    Environment.Exit(ExitCodes.Cancelled);
}
