namespace PolicyEval.Collector.Runs;

/// <summary>
/// Where to get the permissions that calls of a run lacked: told once, however many accounts lack them.
/// </summary>
internal static class PermissionHint
{
    /// <summary>The line, or null where no sealed snapshot lacks one.</summary>
    public static string? Of(RunResult result)
    {
        var commands = new List<string>();
        if (result.Accounts.Any(account => account.LacksPermission))
            commands.Add("policyeval-collect iam-policy");
        if (result.Organization is { LacksPermission: true })
            commands.Add("policyeval-collect iam-policy --organization --role-name NAME");
        return commands switch
        {
            [] => null,
            [var one] => $"missing permissions: {one} prints what is needed",
            _ => $"missing permissions: {string.Join(" and ", commands)} print what is needed",
        };
    }
}
