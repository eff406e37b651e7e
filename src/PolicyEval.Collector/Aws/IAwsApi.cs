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
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="onAttempt">Told the number of each attempt before it is sent, 1 for the first.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing else is thrown for what AWS or the network
    /// do.</exception>
    Task<ApiReply> SendAsync(
        ApiRequest request, CancellationToken cancellation, Action<int>? onAttempt = null);
}
