namespace PolicyEval.Reporting;

/// <summary>How a report for people looks. Reports for machines ignore it.</summary>
/// <param name="Width">The width of a line in terminal cells, at least <see cref="NarrowestWidth"/>.</param>
/// <param name="Color">Whether colours may be used. Every word stands in the text as well.</param>
public sealed record ReportStyle(int Width, bool Color)
{
    /// <summary>The least width for which a report is laid out; narrower terminals wrap by themselves.</summary>
    public const int NarrowestWidth = 60;

    /// <summary>What goes into pipes and files: 80 columns without colour.</summary>
    public static ReportStyle Plain { get; } = new(80, Color: false);

    /// <summary>
    /// Whether it is a terminal, where long lines are broken. In a pipe a message stays in one line, for grep.
    /// </summary>
    public bool IsTerminal { get; init; }

    internal int UsableWidth => Math.Clamp(Width, NarrowestWidth, 200);
}
