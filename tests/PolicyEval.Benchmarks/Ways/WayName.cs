namespace PolicyEval.Benchmarks.Ways;

/// <summary>The ways by the names of <c>--ways</c>.</summary>
internal static class WayName
{
    /// <summary>The raw read.</summary>
    public const string Read = "read";

    /// <summary>The digest of the bytes.</summary>
    public const string Sha256 = "sha256";

    /// <summary>The scan of all fields with CsvHelper.</summary>
    public const string CsvHelper = "csvhelper";

    /// <summary>The hand-written loop.</summary>
    public const string Loop = "loop";

    /// <summary>The engine.</summary>
    public const string Engine = "engine";

    /// <summary>DuckDB.</summary>
    public const string DuckDb = "duckdb";

    /// <summary>All of them, in the order in which they run.</summary>
    public static string[] All { get; } = [Read, Sha256, CsvHelper, Loop, Engine, DuckDb];
}
