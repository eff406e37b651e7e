namespace PolicyEval.Collector.Runs;

/// <summary>An account to collect.</summary>
/// <param name="Account">Its twelve digits.</param>
/// <param name="Name">Its name in the organisation; may be empty.</param>
/// <param name="ByRole">Whether a role is assumed in it; else the caller's own credentials are used.</param>
internal sealed record AccountTarget(string Account, string Name, bool ByRole);
