namespace PolicyEval.Collector.Aws;

/// <summary>
/// AWS, as far as this program knows it: one call at a time with one identity. Everything else in the program
/// sees AWS only through this interface.
/// </summary>
internal interface IAwsApi : IDisposable
{
    /// <summary>
    /// Sends the request, retrying what may pass, within bounded time. AssumeRole is not sent this way: see
    /// <see cref="IAwsConnector"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing else is thrown for what AWS or the network
    /// do.</exception>
    Task<ApiReply> SendAsync(ApiRequest request, CancellationToken cancellation);
}
