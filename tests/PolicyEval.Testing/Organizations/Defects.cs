using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace PolicyEval.Testing.Organizations;

/// <summary>
/// Every kind of fault that the bundled policies decide, each at the boundary of its rule where it has one.
/// </summary>
public static class Defects
{
    private const string RootPart = "root";
    private const string PasswordPart = "password policy";

    private static readonly TimeSpan Limit = TimeSpan.FromDays(90);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly string[] PasswordPolicies =
    [
        "password-policy-length", "password-policy-reuse", "password-policy-uppercase", "password-policy-lowercase",
        "password-policy-symbols", "password-policy-numbers", "password-policy-expiry",
    ];

    /// <summary>Faults of the root user.</summary>
    private static readonly ImmutableArray<Defect> OfRoot =
    [
        OfRootUser("root-key", ["root-access-key-absent"], account =>
        {
            account.SetRoot(("access_key_2_active", "true"), ("access_key_2_last_rotated", GeneratedAccount.Ago(Day)));
            account.Summary["AccountAccessKeysPresent"] = 1;
        }),
        OfRootUser("root-inactive-key", ["root-access-key-absent"], account =>
        {
            account.SetRoot(("access_key_1_last_rotated", GeneratedAccount.Ago(1000 * Day)));
            account.Summary["AccountAccessKeysPresent"] = 1;
        }),
        OfRootUser("root-key-of-summary", ["root-access-key-absent"], account =>
            account.Summary["AccountAccessKeysPresent"] = 1),
        OfRootUser("root-no-mfa", ["root-mfa-enabled", "root-hardware-mfa"], account =>
        {
            account.SetRoot(("mfa_active", "false"));
            account.Summary["AccountMFAEnabled"] = 0;
        }),
        OfRootUser("root-virtual-mfa", ["root-hardware-mfa"], account => account.VirtualDevices.Add(new JsonObject
        {
            ["SerialNumber"] = $"arn:aws:iam::{account.Id}:mfa/anything",
            ["User"] = new JsonObject
            {
                ["UserId"] = account.Id,
                ["Arn"] = $"arn:aws:iam::{account.Id}:root",
                ["CreateDate"] = "2020-01-01T00:00:00+00:00",
            },
            ["EnableDate"] = "2020-01-01T00:00:00+00:00",
        })),
        OfRootUser("root-signed-in", ["root-use"], account =>
            account.SetRoot(("password_last_used", GeneratedAccount.Ago(Limit - Second)))),
    ];

    /// <summary>Faults of a user that is added for it.</summary>
    private static readonly ImmutableArray<Defect> OfUsers =
    [
        OfUser("no-mfa", ["console-user-mfa"],
            ("password_enabled", "true"), ("password_last_used", GeneratedAccount.Ago(Day))),
        OfUser("unused-password", ["credentials-unused"],
            ("password_enabled", "true"), ("mfa_active", "true"),
            ("password_last_used", GeneratedAccount.Ago(Limit))),
        OfUser("never-used-password", ["credentials-unused"],
            ("password_enabled", "true"), ("mfa_active", "true"), ("password_last_used", "no_information"),
            ("password_last_changed", GeneratedAccount.Ago(Limit))),
        OfUser("unused-key", ["credentials-unused"],
            ("access_key_2_active", "true"), ("access_key_2_last_rotated", GeneratedAccount.Ago(Limit)),
            ("access_key_2_last_used_date", GeneratedAccount.Ago(Limit))),
        OfUser("old-key", ["access-key-rotation"],
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", GeneratedAccount.Ago(Limit + Second)),
            ("access_key_1_last_used_date", GeneratedAccount.Ago(Day))),
        OfUser("two-keys", ["one-active-access-key"],
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", GeneratedAccount.Ago(Day)),
            ("access_key_1_last_used_date", GeneratedAccount.Ago(Day)),
            ("access_key_2_active", "true"), ("access_key_2_last_rotated", GeneratedAccount.Ago(Day)),
            ("access_key_2_last_used_date", GeneratedAccount.Ago(Day))),
        OfUser("key-at-setup", ["no-keys-at-initial-setup"],
            ("user_creation_time", GeneratedAccount.Ago(2 * Day)), ("password_enabled", "true"),
            ("mfa_active", "true"), ("password_last_used", GeneratedAccount.Ago(Day)),
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", GeneratedAccount.Ago(2 * Day)),
            ("access_key_1_last_used_date", GeneratedAccount.Ago(Day))),
        OfUser("neglected", ["console-user-mfa", "credentials-unused", "access-key-rotation"],
            ("password_enabled", "true"), ("password_last_used", "2021-01-01T00:00:00+00:00"),
            ("access_key_1_active", "true"), ("access_key_1_last_rotated", "2021-01-01T00:00:00+00:00"),
            ("access_key_1_last_used_date", "2021-01-02T00:00:00+00:00")),
        new("attached-policy", "", (account, name) =>
            GeneratedAccount.Attach(account.AddUser(name), $"arn:aws:iam::{account.Id}:policy/ReadBuckets"),
            (_, name) => [("user-permissions-through-groups", name)]),
        new("inline-policy", "", (account, name) => account.AddUser(name)["UserPolicyList"]!.AsArray().Add(
            (JsonNode)new JsonObject
            {
                ["PolicyName"] = "own",
                ["PolicyDocument"] = new JsonObject { ["Statement"] = new JsonArray() },
            }),
            (_, name) => [("user-permissions-through-groups", name)]),
    ];

    /// <summary>Faults of the account.</summary>
    private static readonly ImmutableArray<Defect> OfAccounts =
    [
        OfPasswords("short-passwords", ["password-policy-length"], policy => policy["MinimumPasswordLength"] = 13),
        OfPasswords("reused-passwords", ["password-policy-reuse"], policy => policy["PasswordReusePrevention"] = 23),
        OfPasswords("forgotten-passwords", ["password-policy-reuse"],
            policy => policy.Remove("PasswordReusePrevention")),
        OfPasswords("no-capitals", ["password-policy-uppercase"],
            policy => policy["RequireUppercaseCharacters"] = false),
        OfPasswords("no-small-letters", ["password-policy-lowercase"],
            policy => policy["RequireLowercaseCharacters"] = false),
        OfPasswords("no-symbols", ["password-policy-symbols"], policy => policy["RequireSymbols"] = false),
        OfPasswords("no-numbers", ["password-policy-numbers"], policy => policy["RequireNumbers"] = false),
        OfPasswords("late-expiry", ["password-policy-expiry"], policy => policy["MaxPasswordAge"] = 91),
        new("no-password-policy", PasswordPart, (account, _) => account.PasswordPolicy = null,
            (account, _) => PasswordPolicies.Select(policy => (policy, account.Id))),
        new("full-admin", "", (account, name) => account.AddPolicy(
            name, attachments: 1, """{"Effect": "Allow", "Action": ["s3:*", "*"], "Resource": ["*"]}"""),
            (_, name) => [("no-full-admin-policies", name)]),
        new("expired-certificate", "", (account, name) => account.AddCertificate(name, GeneratedAccount.Now),
            (_, name) => [("no-expired-certificates", name)]),
        OfAccount("no-support-role", "support", "support-role", account => account.RoleEntries.Clear()),
        OfAccount("no-federation", "federation", "identity-federation", account => account.SamlProviders.Clear()),
        OfAccount("cloudshell", "cloudshell", "cloudshell-full-access-restricted", account =>
            GeneratedAccount.Attach(account.GroupEntries[0]!, "arn:aws:iam::aws:policy/AWSCloudShellFullAccess")),
        OfAccount("no-central-root", "features", "central-root-access", account => account.Features = new JsonObject
        {
            ["OrganizationId"] = "o-example",
            ["EnabledFeatures"] = new JsonArray("RootSessions"),
        }),
    ];

    /// <summary>All of them.</summary>
    public static ImmutableArray<Defect> All { get; } = [.. OfRoot, .. OfUsers, .. OfAccounts];

    private static Defect OfRootUser(string name, string[] policies, Action<GeneratedAccount> spoil) =>
        new(name, RootPart, (account, _) => spoil(account),
            (_, _) => policies.Select(policy => (policy, GeneratedAccount.Root)));

    private static Defect OfUser(
        string name, string[] policies, params (string Column, string Value)[] cells) =>
        new(name, "", (account, free) => account.AddUser(free, cells),
            (_, free) => policies.Select(policy => (policy, free)));

    private static Defect OfPasswords(string name, string[] policies, Action<JsonObject> spoil) =>
        new(name, PasswordPart, (account, _) => spoil(account.PasswordPolicy!),
            (account, _) => policies.Select(policy => (policy, account.Id)));

    private static Defect OfAccount(string name, string part, string policy, Action<GeneratedAccount> spoil) =>
        new(name, part, (account, _) => spoil(account), (account, _) => [(policy, account.Id)]);
}
