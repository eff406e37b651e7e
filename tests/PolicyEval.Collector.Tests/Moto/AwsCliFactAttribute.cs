namespace PolicyEval.Collector.Tests.Moto;

/// <summary>A test that needs moto_server and the AWS CLI; skipped by name where PATH lacks one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute()
    {
        if (MotoServer.Program is null || AwsCli.Program is null)
            Skip = "moto_server and aws are not both on PATH.";
    }
}
