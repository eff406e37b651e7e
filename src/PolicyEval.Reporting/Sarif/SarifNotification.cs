namespace PolicyEval.Reporting.Sarif;

/// <summary>Something about the run itself, such as a folder that is not there (SARIF 2.1.0, 3.58).</summary>
/// <param name="Descriptor">The index of its descriptor among the notifications of the tool.</param>
/// <param name="Level">How much it weighs.</param>
/// <param name="Message">Sentences for people, safe to show.</param>
internal sealed record SarifNotification(int Descriptor, SarifLevel Level, string Message);
