namespace PolicyEval.Collector.Tests.Stub;

/// <summary>An error that the model answers.</summary>
internal sealed class StubError(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
