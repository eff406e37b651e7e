namespace PolicyEval.Evaluation.Tests.Queries;

/// <summary>A test that asks DuckDB and a translator of SQL; skipped by name where one of them is not here.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PolyglotTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the test where something is missing.</summary>
    public PolyglotTheoryAttribute()
    {
        if (!Lake.IsHere || !Polyglot.IsHere)
            Skip = "needs node with the npm package @polyglot-sql/sdk on NODE_PATH, and DuckDB's native library";
    }
}
