namespace PolicyEval.Cli.Progress;

/// <summary>Ticks, and does not know what time it is: time comes from the evidence.</summary>
internal sealed class Ticks : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => throw new NotSupportedException("There is no clock.");
}
