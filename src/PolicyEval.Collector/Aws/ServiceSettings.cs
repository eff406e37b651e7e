using System.Reflection;
using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>What holds for every client.</summary>
internal static class ServiceSettings
{
    /// <summary>How the program names itself; CloudTrail shows it.</summary>
    public static string UserAgent { get; } = "policyeval-collect/"
        + typeof(ServiceSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;

    /// <summary>
    /// Everything through the recorder, which sees each attempt; nothing that retries, redirects, logs or asks other
    /// endpoints behind its back.
    /// </summary>
    public static void Apply(ClientConfig config, AttemptRecorder recorder)
    {
        config.HttpClientFactory = new RecordingClientFactory(recorder);
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.AllowAutoRedirect = false;
        config.DisableLogging = true;
        config.DisableRequestCompression = true;
        config.IgnoreConfiguredEndpointUrls = true;
        config.MaxStaleConnectionRetries = 0;
        config.RetryMode = RequestRetryMode.Standard;
        config.ThrottleRetries = false;
    }
}
