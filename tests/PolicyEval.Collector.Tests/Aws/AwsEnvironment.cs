using System.Runtime.CompilerServices;

namespace PolicyEval.Collector.Tests.Aws;

/// <summary>
/// An AWS configuration, and an environment without any AWS variable but those given; all is put back afterwards. The
/// SDK looks only once where its files are, so they stay in one folder for the whole process: no test ever sees the
/// AWS configuration of the machine.
/// </summary>
internal sealed class AwsEnvironment : IDisposable
{
    private static readonly string Home = Directory.CreateTempSubdirectory("policyeval-home-").FullName;

    private readonly Dictionary<string, string?> _before = [];
    private readonly List<string> _written = [];

    public AwsEnvironment(string configuration, params ReadOnlySpan<(string Name, string Value)> variables)
    {
        File.WriteAllText(ConfigFile, configuration);
        Set("AWS_EC2_METADATA_DISABLED", "true");
        foreach (var (name, value) in variables)
            Set(name, value);
    }

    private static string ConfigFile => Path.Combine(Home, "config");

    /// <summary>A file below the home folder.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Home, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        _written.Add(file);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        _written.ForEach(File.Delete);
        File.WriteAllText(ConfigFile, "");
    }

    [ModuleInitializer]
    internal static void LeaveTheMachine()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))
                Environment.SetEnvironmentVariable(name, null);
        }

        File.WriteAllText(ConfigFile, "");
        Environment.SetEnvironmentVariable("HOME", Home);
        Environment.SetEnvironmentVariable("USERPROFILE", Home);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", ConfigFile);
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(Home, "absent"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Home, recursive: true);
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
