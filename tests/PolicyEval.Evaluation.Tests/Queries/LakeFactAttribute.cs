namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>A test that asks DuckDB; skipped by name where there is no library of it for the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LakeFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the library is absent.</summary>
    public LakeFactAttribute()
    {
        if (!Lake.IsHere)
            Skip = "needs DuckDB's native library, which is not here for this machine";
    }
}
