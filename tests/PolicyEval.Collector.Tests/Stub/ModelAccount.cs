using System.Globalization;
using System.Text;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>An invented account: what the stub answers from.</summary>
internal sealed class ModelAccount(string id)
{
    public const string DefaultId = "111122223333";

    public string Id { get; } = id;

    public string Partition { get; set; } = "aws";

    public string Name { get; set; } = "model-" + id;

    /// <summary>As Organizations tells it: ACTIVE, SUSPENDED, PENDING_CLOSURE.</summary>
    public string Status { get; set; } = "ACTIVE";

    public string? Alias { get; set; } = "alias-" + id;

    public List<ModelUser> Users { get; } =
    [
        new("anna.audit") { HasPassword = true, HasMfa = true },
        new("build-bot") { AccessKeys = ["AKIA" + "MODELKEY00000001"] },
    ];

    public bool RootHasMfa { get; set; } = true;

    public bool RootHasKey { get; set; }

    /// <summary>Users that the report names; null for the users that exist.</summary>
    public List<ModelUser>? UsersOfReport { get; set; }

    /// <summary>Minimum length; null for an account without a password policy.</summary>
    public int? PasswordLength { get; set; } = 14;

    /// <summary>Names of server certificates kept in IAM.</summary>
    public List<string> ServerCertificates { get; } = [];

    /// <summary>Names of roles.</summary>
    public List<string> Roles { get; } = ["Reader"];

    /// <summary>What ListOrganizationsFeatures names; null where this is no management account.</summary>
    public string[]? OrganizationsFeatures { get; set; }

    /// <summary>When the report was generated.</summary>
    public DateTimeOffset GeneratedAt { get; set; } = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    /// <summary>The file itself, where a test wants other bytes than the model's.</summary>
    public byte[]? Report { get; set; }

    public string Arn(string rest) => $"arn:{Partition}:iam::{Id}:{rest}";

    public string ArnOf(ModelUser user) => Arn($"user{user.Path}{user.Name}");

    /// <summary>The report's bytes: LF between the rows and none behind the last, as AWS writes them.</summary>
    public byte[] ReportBytes() => Report ?? Encoding.UTF8.GetBytes(string.Join('\n', Rows()));

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private IEnumerable<string> Rows()
    {
        yield return "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
            + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
            + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";
        yield return $"<root_account>,{Arn("root")},2020-01-01T00:00:00+00:00,true,no_information,"
            + $"2020-01-01T00:00:00+00:00,not_supported,{Bool(RootHasMfa)},{Key(RootHasKey)},{Key(false)},"
            + "false,N/A,false,N/A";
        foreach (var user in UsersOfReport ?? Users)
        {
            var used = user.PasswordUsedAt is { } at ? Time(at) : user.HasPassword ? "no_information" : "N/A";
            yield return $"{user.Name},{ArnOf(user)},{Time(user.CreatedAt)},{Bool(user.HasPassword)},{used},"
                + $"{(user.HasPassword ? Time(user.CreatedAt) : "N/A")},N/A,{Bool(user.HasMfa)},"
                + $"{Key(user.AccessKeys.Length > 0)},{Key(user.AccessKeys.Length > 1)},false,N/A,false,N/A";
        }
    }

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Key(bool active) =>
        active ? "true,2025-06-01T00:00:00+00:00,N/A,N/A,N/A" : "false,N/A,N/A,N/A,N/A";
}
