namespace PolicyEval.Snapshots.Calls;

/// <summary>Takes secrets out of a raw body before anything is written; every other byte stays as it came.</summary>
public static class Redactor
{
    /// <summary>The body without its secrets, and what was taken out, in the order of the body.</summary>
    public static RedactedBody Redact(ApiOperation operation, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return new BodyRedaction(operation, body).Run();
    }
}
