namespace PolicyEval.Language.Tests.Conformance;

/// <summary>A test over the conformance data; skipped by name where the data is not here.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute()
    {
        if (ConformanceFolder.Path is null)
            Skip = "needs the CEL conformance data: set CEL_CONFORMANCE to its folder";
    }
}
