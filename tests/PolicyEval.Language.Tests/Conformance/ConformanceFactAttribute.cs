namespace PolicyEval.Language.Tests.Conformance;

/// <summary>A test that is skipped by name where there is no conformance data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute()
    {
        if (!ConformanceFolder.Exists)
            Skip = "there is no folder with conformance data (CEL_CONFORMANCE)";
    }
}
