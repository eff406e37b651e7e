using System.Runtime.InteropServices;
using DuckDB.NET.Data;

namespace PolicyEval.Reporting.Tests.Parquet;

/// <summary>A test that asks DuckDB; skipped by name where there is no library of it for the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DuckTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where the library is absent.</summary>
    public DuckTheoryAttribute()
    {
        if (NativeLibrary.TryLoad("duckdb", typeof(DuckDBConnection).Assembly, null, out var library))
            NativeLibrary.Free(library);
        else
            Skip = "needs DuckDB's native library, which is not here for this machine";
    }
}
