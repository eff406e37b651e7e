namespace PolicyEval.Reporting.Facts;

/// <summary>A line of the headline of a report.</summary>
/// <param name="Label">What it is about, at most 12 letters; in capitals where it must be seen.</param>
/// <param name="Text">What there is to say. Not made safe for any output.</param>
/// <param name="Weight">How much it should strike the reader.</param>
internal sealed record Fact(string Label, string Text, FactWeight Weight = FactWeight.Plain);
