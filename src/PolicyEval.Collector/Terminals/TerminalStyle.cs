namespace PolicyEval.Collector.Terminals;

/// <summary>What standard error is.</summary>
/// <param name="IsTerminal">Whether a person watches; else it is a file, a pipe or a log.</param>
/// <param name="Color">Whether colours may be used; every word stands in the text as well.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its lines.</param>
internal sealed record TerminalStyle(bool IsTerminal, bool Color, int Width, int Height)
{
    /// <summary>What goes into pipes and files.</summary>
    public static TerminalStyle Plain { get; } = new(IsTerminal: false, Color: false, 80, 24);
}
