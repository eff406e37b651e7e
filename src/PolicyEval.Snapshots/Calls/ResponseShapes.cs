using System.Collections.Frozen;

namespace PolicyEval.Snapshots.Calls;

/// <summary>
/// What each operation answers, as tables. Members stand in the order of the service models, which is the order in
/// which the AWS CLI prints them, whatever the order in the answer. Source: the API references of IAM (2010-05-08), STS
/// (2011-06-15) and Organizations (2016-11-28).
/// </summary>
public static class ResponseShapes
{
    private static readonly Shape Tags = Shape.ListOf(Shape.Structure(Text("Key"), Text("Value")));

    private static readonly Shape Boundary =
        Shape.Structure(Text("PermissionsBoundaryType"), Text("PermissionsBoundaryArn"));

    private static readonly Shape InlinePolicies =
        Shape.ListOf(Shape.Structure(Text("PolicyName"), Of("PolicyDocument", Shape.Policy)));

    private static readonly Shape AttachedPolicies =
        Shape.ListOf(Shape.Structure(Text("PolicyName"), Text("PolicyArn")));

    private static readonly Shape LastUsed = Shape.Structure(Time("LastUsedDate"), Text("Region"));

    private static readonly Shape User = Shape.Structure(
        Text("Path"), Text("UserName"), Text("UserId"), Text("Arn"), Time("CreateDate"), Time("PasswordLastUsed"),
        Of("PermissionsBoundary", Boundary), Of("Tags", Tags));

    private static readonly Shape UserDetail = Shape.Structure(
        Text("Path"), Text("UserName"), Text("UserId"), Text("Arn"), Time("CreateDate"),
        Of("UserPolicyList", InlinePolicies), Of("GroupList", Shape.ListOf(Shape.Text)),
        Of("AttachedManagedPolicies", AttachedPolicies), Of("PermissionsBoundary", Boundary), Of("Tags", Tags));

    private static readonly Shape GroupDetail = Shape.Structure(
        Text("Path"), Text("GroupName"), Text("GroupId"), Text("Arn"), Time("CreateDate"),
        Of("GroupPolicyList", InlinePolicies), Of("AttachedManagedPolicies", AttachedPolicies));

    private static readonly Shape Role = Shape.Structure(
        Text("Path"), Text("RoleName"), Text("RoleId"), Text("Arn"), Time("CreateDate"),
        Of("AssumeRolePolicyDocument", Shape.Policy), Text("Description"), Number("MaxSessionDuration"),
        Of("PermissionsBoundary", Boundary), Of("Tags", Tags), Of("RoleLastUsed", LastUsed));

    private static readonly Shape InstanceProfile = Shape.Structure(
        Text("Path"), Text("InstanceProfileName"), Text("InstanceProfileId"), Text("Arn"), Time("CreateDate"),
        Of("Roles", Shape.ListOf(Role)), Of("Tags", Tags));

    private static readonly Shape RoleDetail = Shape.Structure(
        Text("Path"), Text("RoleName"), Text("RoleId"), Text("Arn"), Time("CreateDate"),
        Of("AssumeRolePolicyDocument", Shape.Policy), Of("InstanceProfileList", Shape.ListOf(InstanceProfile)),
        Of("RolePolicyList", InlinePolicies), Of("AttachedManagedPolicies", AttachedPolicies),
        Of("PermissionsBoundary", Boundary), Of("Tags", Tags), Of("RoleLastUsed", LastUsed));

    private static readonly Shape PolicyVersion = Shape.Structure(
        Of("Document", Shape.Policy), Text("VersionId"), Flag("IsDefaultVersion"), Time("CreateDate"));

    private static readonly Shape ManagedPolicy = Shape.Structure(
        Text("PolicyName"), Text("PolicyId"), Text("Arn"), Text("Path"), Text("DefaultVersionId"),
        Number("AttachmentCount"), Number("PermissionsBoundaryUsageCount"), Flag("IsAttachable"), Text("Description"),
        Time("CreateDate"), Time("UpdateDate"), Of("PolicyVersionList", Shape.ListOf(PolicyVersion)));

    private static readonly Shape PasswordPolicy = Shape.Structure(
        Number("MinimumPasswordLength"), Flag("RequireSymbols"), Flag("RequireNumbers"),
        Flag("RequireUppercaseCharacters"), Flag("RequireLowercaseCharacters"), Flag("AllowUsersToChangePassword"),
        Flag("ExpirePasswords"), Number("MaxPasswordAge"), Number("PasswordReusePrevention"), Flag("HardExpiry"));

    private static readonly Shape VirtualDevice = Shape.Structure(
        Text("SerialNumber"), Text("Base32StringSeed"), Text("QRCodePNG"), Of("User", User), Time("EnableDate"),
        Of("Tags", Tags));

    private static readonly Shape Certificate = Shape.Structure(
        Text("Path"), Text("ServerCertificateName"), Text("ServerCertificateId"), Text("Arn"), Time("UploadDate"),
        Time("Expiration"));

    private static readonly Shape Account = Shape.Structure(
        Text("Id"), Text("Arn"), Text("Email"), Text("Name"), Text("Status"), Text("State"),
        Of("Paths", Shape.ListOf(Shape.Text)), Text("JoinedMethod"), Time("JoinedTimestamp"));

    private static readonly FrozenDictionary<ApiOperation, Shape> Shapes = new Dictionary<ApiOperation, Shape>
    {
        [ApiOperations.AssumeRole] = Shape.Structure(
            Of("Credentials", Shape.Structure(
                Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"), Time("Expiration"))),
            Of("AssumedRoleUser", Shape.Structure(Text("AssumedRoleId"), Text("Arn"))),
            Number("PackedPolicySize"), Text("SourceIdentity")),
        [ApiOperations.GetCallerIdentity] = Shape.Structure(Text("UserId"), Text("Account"), Text("Arn")),
        [ApiOperations.GenerateCredentialReport] = Shape.Structure(Text("State"), Text("Description")),
        [ApiOperations.GetCredentialReport] =
            Shape.Structure(Text("Content"), Text("ReportFormat"), Time("GeneratedTime")),
        [ApiOperations.GetAccountSummary] = Shape.Structure(Of("SummaryMap", Shape.MapOf(Shape.Integer))),
        [ApiOperations.GetAccountPasswordPolicy] = Shape.Structure(Of("PasswordPolicy", PasswordPolicy)),
        [ApiOperations.GetAccountAuthorizationDetails] = Shape.Structure(
            Of("UserDetailList", Shape.ListOf(UserDetail)), Of("GroupDetailList", Shape.ListOf(GroupDetail)),
            Of("RoleDetailList", Shape.ListOf(RoleDetail)), Of("Policies", Shape.ListOf(ManagedPolicy))),
        [ApiOperations.ListVirtualMfaDevices] = List("VirtualMFADevices", VirtualDevice),
        [ApiOperations.ListServerCertificates] = List("ServerCertificateMetadataList", Certificate),
        [ApiOperations.ListAccountAliases] = List("AccountAliases", Shape.Text),
        [ApiOperations.ListSamlProviders] = List("SAMLProviderList", Shape.Structure(
            Text("Arn"), Time("ValidUntil"), Time("CreateDate"))),
        [ApiOperations.ListOpenIdConnectProviders] = List("OpenIDConnectProviderList", Shape.Structure(Text("Arn"))),
        [ApiOperations.ListUsers] = List("Users", User),
        [ApiOperations.ListMfaDevices] = List("MFADevices", Shape.Structure(
            Text("UserName"), Text("SerialNumber"), Time("EnableDate"))),
        [ApiOperations.ListAccessKeys] = List("AccessKeyMetadata", Shape.Structure(
            Text("UserName"), Text("AccessKeyId"), Text("Status"), Time("CreateDate"))),
        [ApiOperations.ListOrganizationsFeatures] = Shape.Structure(
            Text("OrganizationId"), Of("EnabledFeatures", Shape.ListOf(Shape.Text))),
        [ApiOperations.ListAccounts] = List("Accounts", Account),
    }.ToFrozenDictionary();

    /// <summary>The structure that holds the answer; in XML, the element <c>…Result</c>.</summary>
    public static Shape Of(ApiOperation operation) => Shapes[operation];

    /// <summary>The lists that the answer of an operation consists of.</summary>
    public static IEnumerable<string> ListsOf(ApiOperation operation) =>
        Of(operation).Members.Where(member => member.Shape.Kind == ShapeKind.List).Select(member => member.Name);

    /// <summary>The structure that a file of a snapshot holds; null for a file that holds no answer.</summary>
    public static Shape? OfFile(string name) =>
        ApiOperations.All.FirstOrDefault(operation => operation.File == name) is { } known ? Of(known) : null;

    private static Shape List(string name, Shape element) => Shape.Structure(Of(name, Shape.ListOf(element)));

    private static ShapeMember Of(string name, Shape shape) => new(name, shape);

    private static ShapeMember Text(string name) => new(name, Shape.Text);

    private static ShapeMember Number(string name) => new(name, Shape.Integer);

    private static ShapeMember Flag(string name) => new(name, Shape.Boolean);

    private static ShapeMember Time(string name) => new(name, Shape.Timestamp);
}
