using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEval.Testing.Organizations;

/// <summary>
/// An invented organisation: accounts that are clean in many ways, some at the very edge of a rule, and defects seeded
/// in some of them. The same seed gives the same organisation.
/// </summary>
public sealed class GeneratedOrganization
{
    private const int Rounds = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromDays(90);

    private GeneratedOrganization(int seed, ImmutableArray<GeneratedAccount> accounts) =>
        (Seed, Accounts) = (seed, accounts);

    /// <summary>What it was made from.</summary>
    public int Seed { get; }

    /// <summary>The accounts by id.</summary>
    public ImmutableArray<GeneratedAccount> Accounts { get; }

    /// <summary>Makes one in which each kind of defect occurs several times, if there are accounts enough.</summary>
    public static GeneratedOrganization Of(int accounts, int seed)
    {
        var random = new Random(seed);
        ImmutableArray<GeneratedAccount> all =
        [
            .. Enumerable.Range(0, accounts).Select(index => Clean(index, random)),
        ];
        foreach (var defect in Enumerable.Repeat(Defects.All, Rounds).SelectMany(round => round))
        {
            // Of one part a single defect, so that what is expected does not depend on their order.
            var free = all.Where(account => defect.Part.Length == 0
                || account.Defects.TrueForAll(other => other.Part != defect.Part)).ToArray();
            if (free.Length > 0)
                defect.Seed(free[random.Next(free.Length)]);
        }

        return new GeneratedOrganization(seed, all);
    }

    private static GeneratedAccount Clean(int index, Random random)
    {
        // The first ids begin with zeros, which a reader of numbers would lose.
        var account = new GeneratedAccount(
            (index * 3_333_333_331L).ToString("D12", CultureInfo.InvariantCulture), $"account-{index}");
        account.SamlProviders.Add(new System.Text.Json.Nodes.JsonObject
        {
            ["Arn"] = $"arn:aws:iam::{account.Id}:saml-provider/people",
            ["ValidUntil"] = GeneratedAccount.Text(GeneratedAccount.Now.AddSeconds(1)),
            ["CreateDate"] = "2020-01-01T00:00:00+00:00",
        });
        if (random.Next(3) == 0)
            account.SetRoot(("password_last_used", GeneratedAccount.Ago(Limit)));
        if (random.Next(10) == 0)
            account.Features = new System.Text.Json.Nodes.JsonObject
            {
                ["OrganizationId"] = "o-example",
                ["EnabledFeatures"] = new System.Text.Json.Nodes.JsonArray("RootCredentialsManagement"),
            };

        // Somebody has a password, so that each account has people to federate.
        AddConsoleUser(account, "root", random);
        for (var user = random.Next(8); user > 0; user--)
            AddUser(account, $"user,{user}", random);
        return account;
    }

    private static void AddConsoleUser(GeneratedAccount account, string name, Random random) => account.AddUser(
        name,
        ("password_enabled", "true"), ("mfa_active", random.Next(2) == 0 ? "TRUE" : "true"),
        ("password_last_used", GeneratedAccount.Ago(Recent(random))),
        ("password_last_changed", "2020-01-02T00:00:00+00:00"));

    private static void AddUser(GeneratedAccount account, string name, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                AddConsoleUser(account, name, random);
                break;
            case 1:
                account.AddUser(
                    name,
                    ("access_key_1_active", "true"),
                    ("access_key_1_last_rotated", GeneratedAccount.Ago(random.Next(2) == 0 ? Limit : Recent(random))),
                    ("access_key_1_last_used_date", GeneratedAccount.Ago(Recent(random))));
                break;
            case 2:
                account.AddUser(
                    name,
                    ("access_key_2_active", "true"),
                    ("access_key_2_last_rotated", GeneratedAccount.Ago(Recent(random))));
                break;
            case 3:
                account.AddUser(
                    name,
                    ("access_key_1_last_rotated", "2020-02-01T00:00:00+00:00"),
                    ("password_last_used", "2020-02-01T00:00:00+00:00"));
                break;
            default:
                account.AddUser(name);
                break;
        }
    }

    /// <summary>An age below the limit, often just below it.</summary>
    private static TimeSpan Recent(Random random) => random.Next(2) == 0
        ? Limit - TimeSpan.FromSeconds(1)
        : TimeSpan.FromSeconds(random.Next((int)Limit.TotalSeconds));
}
