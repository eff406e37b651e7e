using Amazon.Runtime;

namespace PolicyEval.Collector.Aws;

/// <summary>
/// The door to AWS: finds region, partition and credentials, and opens an <see cref="IAwsApi"/> for them. TLS as the
/// machine trusts it; proxies from HTTPS_PROXY and NO_PROXY.
/// </summary>
internal sealed class AwsConnector : IAwsConnector
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    private readonly AwsOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpMessageHandler _network;
    private readonly bool _ownsNetwork;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly AWSCredentials? _credentials;
    private ICredentialSource? _source;
    private AwsPlace? _place;

    /// <summary>As the user chose.</summary>
    /// <param name="options">How to reach AWS.</param>
    /// <param name="clock">Stamps attempts and times pauses.</param>
    public AwsConnector(AwsOptions options, TimeProvider clock)
        : this(options, clock, Network(options), null) => _ownsNetwork = true;

    /// <summary>
    /// For hosts that bring a network and perhaps credentials of their own; they dispose of the network.
    /// </summary>
    internal AwsConnector(
        AwsOptions options, TimeProvider clock, HttpMessageHandler network, AWSCredentials? credentials)
    {
        _options = options;
        _clock = clock;
        _network = network;
        _credentials = credentials;
    }

    /// <inheritdoc/>
    public async Task<AwsSession> OpenAsync(CancellationToken cancellation)
    {
        var (source, failure) = await PrepareAsync(cancellation).ConfigureAwait(false);
        if (source is null)
            return new AwsSession(null, [], failure);
        var first = await source.GetAsync(false, cancellation).ConfigureAwait(false);
        return first.Failure is not null
            ? new AwsSession(null, first.Attempts, first.Failure)
            : new AwsSession(new AwsApi(_place!, source, null), first.Attempts, null);
    }

    /// <inheritdoc/>
    public async Task<AwsSession> AssumeRoleAsync(RoleRequest role, CancellationToken cancellation)
    {
        var (source, failure) = await PrepareAsync(cancellation).ConfigureAwait(false);
        if (source is null)
            return new AwsSession(null, [], failure);

        var session = new RoleCredentialSource(role, _place!, source);
        try
        {
            var first = await session.GetAsync(false, cancellation).ConfigureAwait(false);
            if (first.Failure is null)
            {
                var api = new AwsApi(_place!, session, session);
                session = null;
                return new AwsSession(api, first.Attempts, null);
            }

            return new AwsSession(null, first.Attempts, first.Failure);
        }
        finally
        {
            session?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsNetwork)
            _network.Dispose();
        (_source as IDisposable)?.Dispose();
        _opening.Dispose();
    }

    /// <summary>Region, partition and credentials, found once.</summary>
    private async Task<(ICredentialSource? Source, Failure? Failure)> PrepareAsync(CancellationToken cancellation)
    {
        await _opening.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Here the AWS configuration is read: a damaged one is told as such.
            if (_place is null)
            {
                var region = RegionFinder.Find(_options) ?? AwsPartition.All[^1].DefaultRegion;
                if (AwsPartition.OfRegion(region) is not { } partition)
                    return (null, CredentialFailures.UnknownRegion(region));
                _place = new AwsPlace(_options, partition, region, _clock, _network);
            }

            if (_source is null && _credentials is not null)
                _source = new BaseCredentialSource(_credentials, null, _options);
            if (_source is not null)
                return (_source, null);
            (_source, var failure) = await CredentialFinder.FindAsync(_place, cancellation).ConfigureAwait(false);
            return (_source, failure);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && CredentialFailures.IsExpected(fault))
        {
            return (null, CredentialFailures.Of(fault, _options.Profile));
        }
        finally
        {
            _opening.Release();
        }
    }

    private static SocketsHttpHandler Network(AwsOptions options) => new()
    {
        // An emulator on this machine is not behind a proxy.
        UseProxy = options.EndpointUrl?.IsLoopback != true,
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        UseCookies = false,
        // Long runs see a changed address within minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
