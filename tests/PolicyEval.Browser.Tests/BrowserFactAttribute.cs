namespace PolicyEval.Browser.Tests;

/// <summary>A test that needs Chromium; skipped by name where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "needs chromium, which is not here (Debian: apt-get install chromium)";
    }
}
