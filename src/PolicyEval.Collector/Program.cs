using System.Runtime.InteropServices;
using PolicyEval.Cli.Terminals;
using PolicyEval.Collector;
using PolicyEval.Collector.Aws;
using PolicyEval.Collector.Terminals;

// What is being written is removed first; a run that does not end by itself is left behind.
var patience = TimeSpan.FromSeconds(10);

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Cancel);

var host = new CollectorHost
{
    Output = StandardStream.Output(),
    Error = StandardStream.Error(),
    ErrorStyle = ProcessTerminal.Error(),
    Time = TimeProvider.System,
    Variable = Environment.GetEnvironmentVariable,
    Connect = options => new AwsConnector(options, TimeProvider.System),
};
var run = Task.Run(() => host.RunAsync(args, cancellation.Token));
await Task.WhenAny(run, Task.Delay(Timeout.InfiniteTimeSpan, cancellation.Token));
if (!run.IsCompleted && await Task.WhenAny(run, Task.Delay(patience)) != run)
    return ExitCodes.Cancelled;

return await run;

void Cancel(PosixSignalContext context)
{
    // Whoever asks a second time does not want to wait.
    context.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
