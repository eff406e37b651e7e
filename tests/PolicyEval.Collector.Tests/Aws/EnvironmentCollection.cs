namespace PolicyEval.Collector.Tests.Aws;

/// <summary>Tests that change the environment of the process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}
