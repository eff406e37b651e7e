namespace PolicyEval.Reporting;

/// <summary>What the user may choose of a format; each format takes what is about it.</summary>
public sealed record ReportOptions
{
    /// <summary>Everything as it is by default.</summary>
    public static ReportOptions Default { get; } = new();
}
