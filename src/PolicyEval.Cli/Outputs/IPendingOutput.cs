namespace PolicyEval.Cli.Outputs;

/// <summary>What a run writes: seen by nobody until it is kept, and gone when it is closed before.</summary>
internal interface IPendingOutput : IDisposable
{
    /// <summary>Puts it in its place; it is complete.</summary>
    void Keep();
}
