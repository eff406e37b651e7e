namespace PolicyEval.Collector.Tests.Support;

/// <summary>A test that sends signals; skipped by name on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs signals";
    }
}
