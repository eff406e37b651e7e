using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>
/// AWS on 127.0.0.1: answers IAM, STS and Organizations from model accounts, plays scripts, and takes nothing that AWS
/// would not take (<see cref="Violations"/>: wrong methods, scopes, signatures, actions that are not in the closed
/// set). Base credentials belong to <see cref="Management"/>; AssumeRole opens the other accounts.
/// </summary>
internal sealed class AwsStub : IAsyncDisposable
{
    public const string AccessKey = "AKIA" + "STUBBASE00000000";
    public const string SecretKey = "stub-base-secret-that-opens-nothing-at-all";

    private readonly WebApplication _application;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentDictionary<(string Permission, string? Account), StubScript> _scripts = [];
    private readonly ConcurrentDictionary<string, int> _sessions = [];
    private readonly CancellationTokenSource _stopping = new();
    private int _inFlight;
    private int _answers;
    private DateTimeOffset? _shownTime;

    private AwsStub(WebApplication application, X509Certificate2? certificate)
    {
        _application = application;
        _certificate = certificate;
        Add(Management);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The account of the base credentials.</summary>
    public ModelAccount Management { get; } = new(ModelAccount.DefaultId) { OrganizationsFeatures = [] };

    /// <summary>Every account, in the order in which Organizations lists them.</summary>
    public List<ModelAccount> Accounts { get; } = [];

    /// <summary>Accounts whose role cannot be assumed.</summary>
    public HashSet<string> Refusing { get; } = [];

    /// <summary>The external id that roles demand; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Items on a page.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Takes requests of any time, where a test wants answers of a certain day.</summary>
    public bool TakesAnyTime { get; set; }

    /// <summary>How far its clock is ahead of the machine's.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The region that must sign for each service.</summary>
    public Dictionary<string, string> Regions { get; } = new()
    {
        ["iam"] = "us-east-1",
        ["sts"] = "us-east-1",
        ["organizations"] = "us-east-1",
    };

    /// <summary>What was asked, in the order of arrival.</summary>
    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    /// <summary>What AWS would not have taken; empty after every good test.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>The most requests that were being answered at once.</summary>
    public int HighestConcurrency { get; private set; }

    public static async Task<AwsStub> StartAsync(bool https = false)
    {
        var certificate = https ? StubCertificate.Make() : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var application = builder.Build();
        var stub = new AwsStub(application, certificate);
        application.Run(stub.HandleAsync);
        await application.StartAsync();
        stub.Address = new Uri(application.Urls.Single());
        return stub;
    }

    /// <summary>One more account.</summary>
    public ModelAccount Add(ModelAccount account)
    {
        Accounts.Add(account);
        return account;
    }

    /// <summary>What is played for that operation, in one account or in all.</summary>
    public StubScript On(ApiOperation operation, string? account = null) =>
        _scripts.GetOrAdd((operation.Permission, account), _ => new StubScript());

    /// <summary>Requests of that operation, in the order of arrival.</summary>
    public IReadOnlyList<StubRequest> RequestsOf(ApiOperation operation) =>
        [.. Requests.Where(request => $"{request.Service}:{request.Action}" == operation.Permission)];

    /// <summary>All sessions given out so far have expired.</summary>
    public void ExpireSessions()
    {
        foreach (var account in _sessions.Keys)
            _sessions.AddOrUpdate(account, 1, (_, number) => number + 1);
    }

    /// <summary>
    /// From now on each answer names this time, and request ids begin anew: answers can be the same twice.
    /// </summary>
    public void Freeze(DateTimeOffset time)
    {
        _shownTime = time;
        _answers = 0;
    }

    /// <summary>The id of the next answer.</summary>
    internal string NextRequestId() => $"00000000-0000-4000-8000-{Interlocked.Increment(ref _answers):d12}";

    /// <summary>A client's network that trusts this stub's certificate, and nothing else.</summary>
    public HttpMessageHandler Network() => new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate?.GetCertHashString() == _certificate?.GetCertHashString(),
        },
    };

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _certificate?.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var concurrency = Interlocked.Increment(ref _inFlight);
        lock (_stopping)
            HighestConcurrency = Math.Max(HighestConcurrency, concurrency);
        try
        {
            var now = DateTimeOffset.UtcNow + ClockOffset;
            context.Response.Headers.Date = (_shownTime ?? now).ToString("R");
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var reply = StubGate.Check(this, context.Request, body.ToArray(), now);
            if (reply.Violation is { } violation)
                Violations.Enqueue(violation);
            if (reply.Request is { } request)
                Requests.Enqueue(request);
            var play = reply is { Error: null, Request: { } asked } ? NextPlay(asked) : Play.Answer;
            await StubReply.SendAsync(this, context, reply, play, now, _stopping.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private Play NextPlay(StubRequest request)
    {
        var permission = $"{request.Service}:{request.Action}";
        if (_scripts.TryGetValue((permission, request.Account), out var script)
            && script.Next() is var play && play != Play.Answer)
            return play;
        return _scripts.TryGetValue((permission, null), out var shared) ? shared.Next() : Play.Answer;
    }

    /// <summary>A session of that account: its key's id, secret and token.</summary>
    internal (string Key, string Secret, string Token) OpenSession(string account)
    {
        var number = _sessions.GetOrAdd(account, 0);
        return ($"ASIA{account}STUB", SecretOf(account), $"stub-session-{account}-{number}-{new string('t', 300)}");
    }

    internal static string SecretOf(string account) => $"stub-session-secret-of-{account}-opens-nothing";

    internal bool IsCurrent(string account, string token) => OpenSession(account).Token == token;
}
