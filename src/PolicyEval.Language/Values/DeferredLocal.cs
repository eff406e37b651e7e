namespace PolicyEval.Language.Values;

/// <summary>The state of a local that is computed when it is first read.</summary>
internal struct DeferredLocal
{
    /// <summary>Computes the value.</summary>
    public Func<CelFrame, CelValue> Init;

    /// <summary>
    /// The cells that the computation read, which every further use reads as well; null until it is computed.
    /// </summary>
    public CelCell[]? Reads;
}
