namespace PolicyEval.Collector.Diagnostics;

/// <summary>The weight of a message.</summary>
internal enum CollectSeverity
{
    /// <summary>The run goes on; the reader should know.</summary>
    Warning,

    /// <summary>What was asked for cannot be done.</summary>
    Error,
}
