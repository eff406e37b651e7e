using System.Globalization;
using System.Text.Json;

namespace PolicyEval.Collector.Tests.Stub;

/// <summary>What AWS would answer for a model account: the content of the result element of each action.</summary>
internal static class ModelAnswers
{
    /// <summary>The content of the result; an error is thrown as <see cref="StubError"/>.</summary>
    public static string Of(StubRequest request, ModelAccount account, Play play, int pageSize) => request.Action switch
    {
        "GetCallerIdentity" => Caller(request, account),
        "GenerateCredentialReport" => StubXml.Text("State", play.State ?? "COMPLETE")
            + StubXml.Text("Description", play.State == "STARTED" ? "No report exists. Starting a new report." : null),
        "GetCredentialReport" => StubXml.Text("Content", Convert.ToBase64String(account.ReportBytes()))
            + StubXml.Text("ReportFormat", "text/csv")
            + StubXml.Text("GeneratedTime", ModelAccount.Time(account.GeneratedAt)),
        "GetAccountSummary" => StubXml.Element("SummaryMap", [.. Summary(account).Select(entry =>
            StubXml.Element("entry", StubXml.Text("key", entry.Key),
                StubXml.Text("value", entry.Value.ToString(CultureInfo.InvariantCulture))))]),
        "GetAccountPasswordPolicy" => PasswordPolicy(account),
        "GetAccountAuthorizationDetails" => Details(request, account, play, pageSize),
        "ListVirtualMFADevices" => Page(request, play, pageSize, "VirtualMFADevices", account.Users
            .Where(user => user.HasMfa).Select(user => Device(account, user)).Concat(RootDevice(account))),
        "ListServerCertificates" => Page(request, play, pageSize, "ServerCertificateMetadataList",
            account.ServerCertificates.Select(name => Certificate(account, name))),
        "ListAccountAliases" => Page(request, play, pageSize, "AccountAliases",
            account.Alias is { } alias ? [alias] : []),
        "ListSAMLProviders" => StubXml.List("SAMLProviderList", []),
        "ListOpenIDConnectProviders" => StubXml.List("OpenIDConnectProviderList", []),
        "ListUsers" => Page(request, play, pageSize, "Users", account.Users.Select(user => User(account, user))),
        "ListMFADevices" => Page(request, play, pageSize, "MFADevices", MfaDevices(account, UserOf(request, account))),
        "ListAccessKeys" => Page(request, play, pageSize, "AccessKeyMetadata", AccessKeys(UserOf(request, account))),
        "ListOrganizationsFeatures" => Features(account),
        _ => throw new StubError(400, "InvalidAction", $"Could not find operation {request.Action}"),
    };

    /// <summary>The accounts of the organisation, a JSON page.</summary>
    public static string Accounts(
        StubRequest request, IReadOnlyList<ModelAccount> accounts, string management, Play play, int pageSize)
    {
        var start = play.RepeatsMarker ? 0 : Start(request.Parameters.GetValueOrDefault("NextToken"));
        var page = accounts.Skip(start).Take(pageSize).Select(account => new Dictionary<string, object>
        {
            ["Id"] = account.Id,
            ["Arn"] = $"arn:{account.Partition}:organizations::{management}:account/o-model00000/{account.Id}",
            ["Email"] = account.Id + "@example.com",
            ["Name"] = account.Name,
            ["Status"] = account.Status,
            ["State"] = account.Status,
            ["JoinedMethod"] = "CREATED",
            ["JoinedTimestamp"] = 1583020800.123,
        });
        var answer = new Dictionary<string, object> { ["Accounts"] = page };
        if (play.RepeatsMarker || start + pageSize < accounts.Count)
            answer["NextToken"] = Marker(start + pageSize);
        return JsonSerializer.Serialize(answer);
    }

    private static string Page(
        StubRequest request, Play play, int pageSize, string name, IEnumerable<string> members)
    {
        var all = members.ToArray();
        var start = play.RepeatsMarker ? 0 : Start(request.Parameters.GetValueOrDefault("Marker"));
        var more = play.RepeatsMarker || start + pageSize < all.Length;
        return StubXml.List(name, all.Skip(start).Take(pageSize)) + StubXml.Bool("IsTruncated", more)
            + StubXml.Text("Marker", more ? Marker(start + pageSize) : null);
    }

    private static string Marker(int start) => "AAE/" + start.ToString("D8", CultureInfo.InvariantCulture) + "+==";

    private static int Start(string? marker) =>
        marker is null ? 0 : int.Parse(marker.AsSpan("AAE/".Length, 8), CultureInfo.InvariantCulture);

    private static string Caller(StubRequest request, ModelAccount account) =>
        request.AccessKey.StartsWith("ASIA", StringComparison.Ordinal)
            ? StubXml.Text("Arn", $"arn:{account.Partition}:sts::{account.Id}:assumed-role/Reader/collect")
                + StubXml.Text("UserId", "AROAMODELROLE0000001:collect") + StubXml.Text("Account", account.Id)
            : StubXml.Text("Arn", account.Arn("user/collector")) + StubXml.Text("UserId", "AIDAMODELUSER0000001")
                + StubXml.Text("Account", account.Id);

    private static Dictionary<string, int> Summary(ModelAccount account) => new()
    {
        ["Users"] = account.Users.Count,
        ["UsersQuota"] = 5000,
        ["Roles"] = account.Roles.Count,
        ["Groups"] = 0,
        ["Policies"] = 0,
        ["ServerCertificates"] = account.ServerCertificates.Count,
        ["MFADevices"] = account.Users.Count(user => user.HasMfa),
        ["MFADevicesInUse"] = account.Users.Count(user => user.HasMfa),
        ["AccountMFAEnabled"] = account.RootHasMfa ? 1 : 0,
        ["AccountAccessKeysPresent"] = account.RootHasKey ? 1 : 0,
        ["AccountPasswordPresent"] = 1,
        ["AccountSigningCertificatesPresent"] = 0,
    };

    private static string PasswordPolicy(ModelAccount account) => account.PasswordLength is not { } length
        ? throw new StubError(404, "NoSuchEntity",
            $"The Password Policy with domain name {account.Id} cannot be found.")
        : StubXml.Element("PasswordPolicy",
            StubXml.Text("MinimumPasswordLength", length.ToString(CultureInfo.InvariantCulture)),
            StubXml.Bool("RequireSymbols", true), StubXml.Bool("RequireNumbers", true),
            StubXml.Bool("RequireUppercaseCharacters", true), StubXml.Bool("RequireLowercaseCharacters", true),
            StubXml.Bool("AllowUsersToChangePassword", true), StubXml.Bool("ExpirePasswords", false),
            StubXml.Text("PasswordReusePrevention", "24"));

    private static string Details(StubRequest request, ModelAccount account, Play play, int pageSize)
    {
        // One list after the other, as AWS pages them: all users, then all roles.
        var users = account.Users.Select(user => (IsUser: true, Text: User(account, user)));
        var roles = account.Roles.Select(role => (IsUser: false, Text: Role(account, role)));
        var all = users.Concat(roles).ToArray();
        var start = play.RepeatsMarker ? 0 : Start(request.Parameters.GetValueOrDefault("Marker"));
        var page = all.Skip(start).Take(pageSize).ToArray();
        var more = play.RepeatsMarker || start + pageSize < all.Length;
        return StubXml.Bool("IsTruncated", more) + StubXml.Text("Marker", more ? Marker(start + pageSize) : null)
            + StubXml.List("UserDetailList", page.Where(item => item.IsUser).Select(item => item.Text))
            + StubXml.List("GroupDetailList", [])
            + StubXml.List("RoleDetailList", page.Where(item => !item.IsUser).Select(item => item.Text))
            + StubXml.List("Policies", []);
    }

    private static string User(ModelAccount account, ModelUser user) =>
        StubXml.Text("Path", user.Path) + StubXml.Text("UserName", user.Name)
        + StubXml.Text("UserId", "AIDAMODEL" + user.Name.Length.ToString("D11", CultureInfo.InvariantCulture))
        + StubXml.Text("Arn", account.ArnOf(user)) + StubXml.Text("CreateDate", ModelAccount.Time(user.CreatedAt))
        + StubXml.Text("PasswordLastUsed", user.PasswordUsedAt is { } at ? ModelAccount.Time(at) : null);

    private static string Role(ModelAccount account, string name) =>
        StubXml.Text("Path", "/") + StubXml.Text("RoleName", name) + StubXml.Text("RoleId", "AROAMODELROLE0000001")
        + StubXml.Text("Arn", account.Arn("role/" + name)) + StubXml.Text("CreateDate", "2024-01-01T00:00:00Z")
        + StubXml.Text("AssumeRolePolicyDocument",
            Uri.EscapeDataString("""{"Version":"2012-10-17","Statement":[]}"""))
        + StubXml.List("AttachedManagedPolicies", []);

    private static string Device(ModelAccount account, ModelUser user) =>
        StubXml.Text("SerialNumber", account.Arn("mfa/" + user.Name))
        + StubXml.Element("User", User(account, user)) + StubXml.Text("EnableDate", "2024-03-01T09:00:00Z");

    private static IEnumerable<string> RootDevice(ModelAccount account) => !account.RootHasMfa ? [] :
    [
        StubXml.Text("SerialNumber", account.Arn("mfa/root-account-mfa-device"))
        + StubXml.Element("User", StubXml.Text("UserId", account.Id), StubXml.Text("Arn", account.Arn("root")),
            StubXml.Text("CreateDate", "2020-01-01T00:00:00Z"))
        + StubXml.Text("EnableDate", "2020-01-01T01:00:00Z"),
    ];

    private static string Certificate(ModelAccount account, string name) =>
        StubXml.Text("Path", "/") + StubXml.Text("ServerCertificateName", name)
        + StubXml.Text("ServerCertificateId", "ASCAMODELCERT0000001")
        + StubXml.Text("Arn", account.Arn("server-certificate/" + name))
        + StubXml.Text("UploadDate", "2024-01-01T00:00:00Z") + StubXml.Text("Expiration", "2027-01-01T00:00:00Z");

    private static ModelUser UserOf(StubRequest request, ModelAccount account)
    {
        var name = request.Parameters.GetValueOrDefault("UserName")
            ?? throw new StubError(400, "ValidationError", "UserName is missing.");
        return account.Users.Find(user => user.Name == name)
            ?? throw new StubError(404, "NoSuchEntity", $"The user with name {name} cannot be found.");
    }

    private static IEnumerable<string> MfaDevices(ModelAccount account, ModelUser user) => !user.HasMfa ? [] :
    [
        StubXml.Text("UserName", user.Name) + StubXml.Text("SerialNumber", account.Arn("mfa/" + user.Name))
        + StubXml.Text("EnableDate", "2024-03-01T09:00:00Z"),
    ];

    private static IEnumerable<string> AccessKeys(ModelUser user) => user.AccessKeys.Select((key, index) =>
        StubXml.Text("UserName", user.Name) + StubXml.Text("AccessKeyId", key) + StubXml.Text("Status", "Active")
        + StubXml.Text("CreateDate", ModelAccount.Time(user.KeyCreatedAt(index))));

    private static string Features(ModelAccount account) => account.OrganizationsFeatures is not { } features
        ? throw new StubError(400, "AccountNotManagementOrDelegatedAdministrator",
            "The request was rejected because the account making the request is not the management account or a "
            + "delegated administrator account for centralized root access.")
        : StubXml.Text("OrganizationId", "o-model00000") + StubXml.List("EnabledFeatures", features);
}
