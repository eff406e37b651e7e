namespace PolicyEval.Evaluation.Library;

/// <summary>What a file among policies holds, by its name.</summary>
internal enum FileKind
{
    /// <summary>Something else: it is not read.</summary>
    Other,

    /// <summary>Policies, frameworks and waivers: <c>*.yaml</c>, <c>*.yml</c>.</summary>
    Policies,

    /// <summary>Settings: <c>policyeval.yaml</c>, <c>policyeval.yml</c>.</summary>
    Settings,

    /// <summary>Tests of policies: <c>*.tests.yaml</c>, <c>*.tests.yml</c>.</summary>
    Tests,
}
