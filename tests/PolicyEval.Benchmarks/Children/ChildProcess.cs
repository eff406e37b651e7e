using System.Diagnostics;

namespace PolicyEval.Benchmarks.Children;

/// <summary>This program again, in a process of its own, so that nothing that ran before counts.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it and returns its standard output.</summary>
    /// <exception cref="InvalidOperationException">It did not end in 0.</exception>
    public static string Run(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd()
            : throw new InvalidOperationException(
                $"{string.Join(' ', start.ArgumentList)} ended in {process.ExitCode}.");
    }
}
