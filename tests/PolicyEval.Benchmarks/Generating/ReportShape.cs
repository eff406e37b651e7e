namespace PolicyEval.Benchmarks.Generating;

/// <summary>What a generated report is made from: the same shape gives the same bytes.</summary>
/// <param name="Rows">Its rows without the header.</param>
/// <param name="UsersMax">The most users of an account; half of that is the mean.</param>
/// <param name="Seed">The seed.</param>
internal sealed record ReportShape(long Rows, int UsersMax, int Seed)
{
    /// <summary>When the report was generated, at which ages are measured.</summary>
    public const string AsOf = "2026-03-01T06:15:00+00:00";

    /// <summary>The same instant in seconds since 1970.</summary>
    public static long AsOfSeconds { get; } =
        DateTimeOffset.Parse(AsOf, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
