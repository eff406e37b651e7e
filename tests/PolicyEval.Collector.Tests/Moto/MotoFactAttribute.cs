namespace PolicyEval.Collector.Tests.Moto;

/// <summary>A test against the IAM emulator moto; skipped by name where <c>moto_server</c> is not on PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        if (MotoServer.Program is null)
            Skip = "moto_server is not on PATH.";
    }
}
