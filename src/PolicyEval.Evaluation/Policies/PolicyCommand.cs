namespace PolicyEval.Evaluation.Policies;

/// <summary>A command that helps with audit or troubleshooting.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Run">The command line.</param>
public sealed record PolicyCommand(string Purpose, string Run);
