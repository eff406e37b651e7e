namespace PolicyEval.Browser.Tests;

/// <summary>A test that writes pictures for the README, where somebody asks for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("POLICYEVAL_UPDATE") != "1" || Chromium.Path is null)
            Skip = "writes the pictures of the README, with POLICYEVAL_UPDATE=1 and chromium";
    }
}
