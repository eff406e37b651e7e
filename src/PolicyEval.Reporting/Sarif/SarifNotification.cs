namespace PolicyEval.Reporting.Sarif;

/// <summary>Something about the run itself, such as a folder that is not there (SARIF 2.1.0, 3.58).</summary>
/// <param name="Id">The id of its descriptor, which may be among the notifications of the tool.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Message">Sentences for people, safe to show.</param>
internal sealed record SarifNotification(string Id, SarifLevel Level, string Message)
{
    /// <summary>The id of the rule that it is about, or null.</summary>
    public string? Rule { get; init; }
}
