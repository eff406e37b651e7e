using System.Diagnostics;
using System.Runtime.InteropServices;
using PolicyEval.Collector.Tests.Stub;

namespace PolicyEval.Collector.Tests.Support;

/// <summary>The built program as a process of its own, that asks a stub; killed with its test.</summary>
internal sealed class CollectorProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CollectorProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public static CollectorProcess Start(AwsStub stub, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "policyeval-collect"),
            [.. arguments, "--endpoint-url", stub.Address.GetLeftPart(UriPartial.Authority), "--region", "us-east-1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["AWS_ACCESS_KEY_ID"] = AwsStub.AccessKey,
                ["AWS_SECRET_ACCESS_KEY"] = AwsStub.SecretKey,
                ["AWS_CONFIG_FILE"] = "/nowhere",
                ["AWS_SHARED_CREDENTIALS_FILE"] = "/nowhere",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                ["NO_PROXY"] = "127.0.0.1",
            },
        };
        start.Environment.Remove("AWS_PROFILE");
        start.Environment.Remove("AWS_SESSION_TOKEN");
        return new CollectorProcess(Process.Start(start)!);
    }

    public bool HasExited => _process.HasExited;

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As <c>kill -2</c> (Ctrl+C) or another number.</summary>
    public void Signal(int signal) => Assert.Equal(0, SendSignal(_process.Id, signal));

    public async Task<(int ExitCode, string Output, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
