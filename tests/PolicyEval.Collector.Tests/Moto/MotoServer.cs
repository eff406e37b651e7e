using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace PolicyEval.Collector.Tests.Moto;

/// <summary>
/// moto_server on a free port of loopback, for the tests of one class; ended with them, and by the shell that started
/// it where this process is killed.
/// </summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _process;

    /// <summary>The program on PATH, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "moto_server.exe" : "moto_server"))
        .FirstOrDefault(File.Exists);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Makes something in the emulated account, as nobody but a test may.</summary>
    public async Task MakeAsync(string action, params (string Name, string Value)[] parameters)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent(
            [
                new("Action", action), new("Version", "2010-05-08"),
                .. parameters.Select(one => new KeyValuePair<string, string>(one.Name, one.Value)),
            ]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256",
            "Credential=AKIAMOTO/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none");
        using var response = await client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{action}: {await response.Content.ReadAsStringAsync()}");
    }

    public async Task InitializeAsync()
    {
        if (Program is null)
            return;
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        _process = Start(port);
        await WaitAsync(_process);
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(int port)
    {
        // The shell waits for the end of its standard input: killed tests leave no server behind.
        const string script = "\"$0\" -H 127.0.0.1 -p \"$1\" >/dev/null 2>&1 & server=$!; read -r _; kill $server";
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(Program!, ["-H", "127.0.0.1", "-p", $"{port}"])
            : new ProcessStartInfo("/bin/sh", ["-c", script, Program!, $"{port}"]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start)!;
    }

    private async Task WaitAsync(Process process)
    {
        using var client = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(Address, "/moto-api/data.json"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("moto_server did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
