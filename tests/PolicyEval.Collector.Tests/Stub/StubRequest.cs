namespace PolicyEval.Collector.Tests.Stub;

/// <summary>A request as the stub received it.</summary>
internal sealed record StubRequest(
    string Account,
    string Service,
    string Action,
    IReadOnlyDictionary<string, string> Parameters,
    string AccessKey,
    string Region,
    string UserAgent);
