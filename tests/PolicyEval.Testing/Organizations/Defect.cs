namespace PolicyEval.Testing.Organizations;

/// <summary>A fault that an account can be given.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Part">The part of the account that it changes; two of one part do not go together.</param>
/// <param name="Spoil">Changes the account, under a name that is free in it.</param>
/// <param name="Findings">What must be found, by policy and resource; the name stands for the free one.</param>
public sealed record Defect(
    string Name,
    string Part,
    Action<GeneratedAccount, string> Spoil,
    Func<GeneratedAccount, string, IEnumerable<(string Policy, string Resource)>> Findings)
{
    /// <summary>Gives it to an account.</summary>
    public void Seed(GeneratedAccount account)
    {
        var free = $"{Name}-{account.Defects.Count}";
        Spoil(account, free);
        account.Expected.UnionWith(Findings(account, free));
        account.Defects.Add(this);
    }
}
