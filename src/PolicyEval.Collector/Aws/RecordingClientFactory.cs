using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>Gives the SDK an HTTP client that goes through the recorder.</summary>
internal sealed class RecordingClientFactory(AttemptRecorder recorder) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        // The recorder bounds each attempt; the network below it is shared by all accounts.
        new(recorder, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
}
