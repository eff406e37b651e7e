using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PolicyEval.Testing.Organizations;

/// <summary>
/// An invented account with all evidence that the AWS CLI gives of it. It begins clean: no bundled policy fails it.
/// A <see cref="Defect"/> spoils it and notes what must be found then.
/// </summary>
public sealed class GeneratedAccount
{
    /// <summary>The root user as reports name it.</summary>
    public const string Root = "<root_account>";

    /// <summary>When AWS generated the report of each account.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 6, 12, 45, TimeSpan.Zero);

    private readonly Dictionary<string, string> _root = new(StringComparer.Ordinal) { ["mfa_active"] = "true" };
    private readonly List<(string Name, Dictionary<string, string> Cells)> _rows = [];

    /// <summary>Makes a clean account.</summary>
    /// <param name="id">Twelve digits.</param>
    /// <param name="name">Its name in the organisation.</param>
    public GeneratedAccount(string id, string name)
    {
        (Id, Name) = (id, name);
        GroupEntries.Add(Holder("Group", "Staff", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        RoleEntries.Add(Holder("Role", "Support", "arn:aws:iam::aws:policy/AWSSupportAccess"));
        AddPolicy("ReadBuckets", attachments: 1, """{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}""");
        AddPolicy("NobodyHasThis", attachments: 0, """{"Effect": "Allow", "Action": "*", "Resource": "*"}""");
        AddPolicy("DenyAll", attachments: 2, """{"Effect": "Deny", "Action": "*", "Resource": "*"}""");
        AddCertificate("good", Now.AddSeconds(1));
    }

    /// <summary>Twelve digits.</summary>
    public string Id { get; }

    /// <summary>Its name in the organisation.</summary>
    public string Name { get; }

    /// <summary>What must be found: policy and resource, as findings name them.</summary>
    public HashSet<(string Policy, string Resource)> Expected { get; } = [];

    /// <summary>The defects that it has.</summary>
    public List<Defect> Defects { get; } = [];

    /// <summary>The account's password policy; null where there is none.</summary>
    public JsonObject? PasswordPolicy { get; set; } = new()
    {
        ["MinimumPasswordLength"] = 14,
        ["RequireSymbols"] = true,
        ["RequireNumbers"] = true,
        ["RequireUppercaseCharacters"] = true,
        ["RequireLowercaseCharacters"] = true,
        ["AllowUsersToChangePassword"] = true,
        ["ExpirePasswords"] = true,
        ["MaxPasswordAge"] = 90,
        ["PasswordReusePrevention"] = 24,
    };

    /// <summary>Entries of the account summary beside the counts.</summary>
    public Dictionary<string, int> Summary { get; } = new(StringComparer.Ordinal)
    {
        ["AccountMFAEnabled"] = 1,
        ["AccountAccessKeysPresent"] = 0,
        ["AccountPasswordPresent"] = 1,
    };

    /// <summary>The entries of the authorization details by their lists.</summary>
    public JsonArray UserEntries { get; } = [];

    /// <summary>Its groups.</summary>
    public JsonArray GroupEntries { get; } = [];

    /// <summary>Its roles.</summary>
    public JsonArray RoleEntries { get; } = [];

    /// <summary>Its managed policies.</summary>
    public JsonArray PolicyEntries { get; } = [];

    /// <summary>Its virtual MFA devices.</summary>
    public JsonArray VirtualDevices { get; } = [];

    /// <summary>Its server certificates.</summary>
    public JsonArray Certificates { get; } = [];

    /// <summary>Its SAML providers.</summary>
    public JsonArray SamlProviders { get; } = [];

    /// <summary>What it answers about the organisation.</summary>
    public JsonObject Features { get; set; } = new()
    {
        ["Error"] = new JsonObject { ["Code"] = "AccountNotManagementOrDelegatedAdministratorException" },
    };

    /// <summary>An instant as AWS writes it.</summary>
    public static string Ago(TimeSpan age) => Text(Now - age);

    /// <summary>An instant as AWS writes it.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Changes cells of the root user's row.</summary>
    public void SetRoot(params ReadOnlySpan<(string Column, string Value)> cells)
    {
        foreach (var (column, value) in cells)
            _root[column] = value;
    }

    /// <summary>Adds a user without any credential, then the changes of its row; its entry of the details.</summary>
    public JsonObject AddUser(string name, params ReadOnlySpan<(string Column, string Value)> cells)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (column, value) in cells)
            row[column] = value;
        _rows.Add((name, row));
        var user = Holder("User", name);
        user["GroupList"] = new JsonArray("Staff");
        UserEntries.Add(user);
        return user;
    }

    /// <summary>Adds a managed policy of the account with one statement.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attachments">How many have it: 1 is the group of the users, 2 the role too.</param>
    /// <param name="statement">The statement as JSON.</param>
    public void AddPolicy(string name, int attachments, string statement)
    {
        var arn = $"arn:aws:iam::{Id}:policy/{name}";
        PolicyEntries.Add(Policy(arn, statement));
        foreach (var holder in GroupEntries.Concat(RoleEntries).Take(attachments))
            Attach(holder!, arn);
    }

    private static JsonObject Policy(string arn, string statement) => new()
    {
        ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..],
        ["PolicyId"] = "ANPA" + arn[(arn.LastIndexOf('/') + 1)..],
        ["Arn"] = arn,
        ["Path"] = "/",
        ["DefaultVersionId"] = "v1",
        ["IsAttachable"] = true,
        ["CreateDate"] = "2020-01-01T00:00:00+00:00",
        ["UpdateDate"] = "2020-01-01T00:00:00+00:00",
        ["PolicyVersionList"] = new JsonArray(new JsonObject
        {
            ["Document"] = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new JsonArray(JsonNode.Parse(statement)),
            },
            ["VersionId"] = "v1",
            ["IsDefaultVersion"] = true,
            ["CreateDate"] = "2020-01-01T00:00:00+00:00",
        }),
    };

    /// <summary>The policies of the account, and those of AWS that somebody has, as AWS lists them.</summary>
    private JsonArray AllPolicies()
    {
        const string Reads = """{ "Effect": "Allow", "Action": "iam:Get*", "Resource": "*" }""";
        var all = PolicyEntries.DeepClone().AsArray();
        var attached = UserEntries.Concat(GroupEntries).Concat(RoleEntries)
            .SelectMany(holder => holder!["AttachedManagedPolicies"]!.AsArray())
            .Select(policy => (string)policy!["PolicyArn"]!)
            .CountBy(arn => arn).ToDictionary(StringComparer.Ordinal);
        foreach (var arn in attached.Keys.Order(StringComparer.Ordinal))
        {
            if (arn.Contains("::aws:policy/", StringComparison.Ordinal)
                && !all.Any(policy => (string)policy!["Arn"]! == arn))
            {
                all.Add((JsonNode)Policy(arn, Reads));
            }
        }

        foreach (var policy in all)
            policy!["AttachmentCount"] = attached.GetValueOrDefault((string)policy["Arn"]!);
        return all;
    }

    /// <summary>Adds a server certificate.</summary>
    public void AddCertificate(string name, DateTimeOffset expiration) => Certificates.Add(new JsonObject
    {
        ["Path"] = "/",
        ["ServerCertificateName"] = name,
        ["ServerCertificateId"] = "ASCA" + name,
        ["Arn"] = $"arn:aws:iam::{Id}:server-certificate/{name}",
        ["UploadDate"] = "2020-01-01T00:00:00+00:00",
        ["Expiration"] = Text(expiration),
    });

    /// <summary>Attaches a managed policy to a user, group or role.</summary>
    public static void Attach(JsonNode holder, string arn) => holder["AttachedManagedPolicies"]!.AsArray().Add(
        (JsonNode)new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyArn"] = arn });

    /// <summary>The files of a snapshot folder by name.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        var report = new CredentialReportText().Root(Id, "aws", [.. _root.Select(cell => (cell.Key, cell.Value))]);
        foreach (var (name, cells) in _rows)
            report.User(name, Id, "aws", [.. cells.Select(cell => (cell.Key, cell.Value))]);
        var summary = new JsonObject
        {
            ["Users"] = _rows.Count,
            ["Groups"] = GroupEntries.Count,
            ["Roles"] = RoleEntries.Count,
        };
        foreach (var (key, value) in Summary)
            summary[key] = value;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["credential-report.json"] = Print(new JsonObject
            {
                ["Content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(report.ToString())),
                ["ReportFormat"] = "text/csv",
                ["GeneratedTime"] = Text(Now),
            }),
            ["account-summary.json"] = Print(new JsonObject { ["SummaryMap"] = summary }),
            ["account-password-policy.json"] = Print(new JsonObject
            {
                [PasswordPolicy is null ? "Error" : "PasswordPolicy"] =
                    PasswordPolicy?.DeepClone() ?? new JsonObject { ["Code"] = "NoSuchEntity" },
            }),
            ["account-authorization-details.json"] = Print(new JsonObject
            {
                ["UserDetailList"] = UserEntries.DeepClone(),
                ["GroupDetailList"] = GroupEntries.DeepClone(),
                ["RoleDetailList"] = RoleEntries.DeepClone(),
                ["Policies"] = AllPolicies(),
            }),
            ["virtual-mfa-devices.json"] = Print(new JsonObject { ["VirtualMFADevices"] = VirtualDevices.DeepClone() }),
            ["server-certificates.json"] =
                Print(new JsonObject { ["ServerCertificateMetadataList"] = Certificates.DeepClone() }),
            ["saml-providers.json"] = Print(new JsonObject { ["SAMLProviderList"] = SamlProviders.DeepClone() }),
            ["open-id-connect-providers.json"] = """{"OpenIDConnectProviderList": []}""",
            ["organizations-features.json"] = Print(Features),
        };
    }

    private JsonObject Holder(string kind, string name, params ReadOnlySpan<string> policies)
    {
        var holder = new JsonObject
        {
            ["Path"] = "/",
            [$"{kind}Name"] = name,
            [$"{kind}Id"] = $"ID{kind}{name}",
            ["Arn"] = $"arn:aws:iam::{Id}:{kind.ToLowerInvariant()}/{name}",
            ["CreateDate"] = "2020-01-01T00:00:00+00:00",
            [$"{kind}PolicyList"] = new JsonArray(),
            ["AttachedManagedPolicies"] = new JsonArray(),
        };
        if (kind == "Role")
            holder["AssumeRolePolicyDocument"] = new JsonObject { ["Statement"] = new JsonArray() };
        foreach (var policy in policies)
            Attach(holder, policy);
        return holder;
    }

    private static string Print(JsonNode node) => node.ToJsonString();
}
