using System.Globalization;
using System.Text.Json.Nodes;
using PolicyEval.Testing.Organizations;

namespace PolicyEval.Benchmarks.Bags;

/// <summary>Generated accounts with many users whose evidence agrees in all of its sources.</summary>
internal static class BagAccounts
{
    private static readonly (string Name, int Days)[] Kinds =
        [("person", 0), ("person", 0), ("service", 20), ("service", 200), ("idle", 0)];

    /// <summary>An account: the same index and seed give the same one.</summary>
    public static GeneratedAccount Make(int index, int users, int seed)
    {
        var random = new Random(HashCode(index, seed));
        var id = (((index * 3_333_333_331L) + seed) % 1_000_000_000_000).ToString("D12", CultureInfo.InvariantCulture);
        var account = new GeneratedAccount(id, $"account-{index}");
        for (var user = 0; user < users; user++)
            AddUser(account, user, random);
        for (var role = 0; role < 20; role++)
        {
            account.AddPolicy(
                $"Team{role}", attachments: role % 3,
                $$"""{"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "arn:aws:s3:::t{{role}}/*"}""");
        }

        return account;
    }

    /// <summary>The access keys of a user, as the collector keeps them.</summary>
    public static JsonArray KeysOf(string user)
    {
        // A service's name says how many days ago its key was made.
        if (!user.StartsWith("service", StringComparison.Ordinal))
            return [];
        var days = int.Parse(user.AsSpan(user.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
        return
        [
            new JsonObject
            {
                ["UserName"] = user,
                ["AccessKeyId"] = "****************1AAA",
                ["Status"] = "Active",
                ["CreateDate"] = GeneratedAccount.Ago(TimeSpan.FromDays(days)),
            },
        ];
    }

    private static int HashCode(int index, int seed) => unchecked((index * 486_187_739) + seed);

    private static void AddUser(GeneratedAccount account, int index, Random random)
    {
        var (kind, days) = Kinds[random.Next(Kinds.Length)];
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{index}-{days}");
        var recently = GeneratedAccount.Ago(TimeSpan.FromSeconds(random.Next(7_000_000)));
        switch (kind)
        {
            case "person":
                account.AddUser(
                    name, ("password_enabled", "true"), ("mfa_active", "true"), ("password_last_used", recently),
                    ("password_last_changed", "2020-01-02T00:00:00+00:00"));
                AddDevice(account, name);
                break;
            case "service":
                account.AddUser(
                    name, ("access_key_1_active", "true"),
                    ("access_key_1_last_rotated", GeneratedAccount.Ago(TimeSpan.FromDays(days))),
                    ("access_key_1_last_used_date", recently));
                break;
            default:
                account.AddUser(name);
                break;
        }
    }

    private static void AddDevice(GeneratedAccount account, string user) => account.VirtualDevices.Add(
        (JsonNode)new JsonObject
        {
            ["SerialNumber"] = $"arn:aws:iam::{account.Id}:mfa/{user}",
            ["User"] = new JsonObject
            {
                ["Path"] = "/",
                ["UserName"] = user,
                ["UserId"] = $"IDUser{user}",
                ["Arn"] = $"arn:aws:iam::{account.Id}:user/{user}",
                ["CreateDate"] = "2020-01-01T00:00:00+00:00",
            },
            ["EnableDate"] = "2020-01-02T00:00:00+00:00",
        });
}
