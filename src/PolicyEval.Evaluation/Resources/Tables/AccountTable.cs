using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>What the answers say of an account, beside its id, partition and summary.</summary>
internal static class AccountTable
{
    private const string Features = "EnabledFeatures";
    private const string Organization = "OrganizationId";

    /// <summary>The fields.</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.AccountType,
        "An account, with all that its answers list. Expressions see the account of every other resource too.",
        EvidenceFiles.AccountAuthorizationDetails,
        "",
        Texts("aliases", EvidenceFiles.AccountAliases, "AccountAliases", "The account's alias, or none."),
        new RecordField(
            "password_policy", CelType.Record(ResourceSchema.PasswordPolicyType), "PasswordPolicy",
            "The password policy, which may be none: ask for its `exists`.",
            account => FieldReading.Known(
                CelValue.Of(account.Evidence.PasswordPolicy), account.Evidence.PasswordPolicy.Answer, null))
        {
            File = EvidenceFiles.AccountPasswordPolicy,
        },
        new RecordField(
            "users", CelType.List(CelType.Record(ResourceSchema.UserType)), "user",
            "The IAM users, root not among them.",
            account => account.Evidence.UserJoins.UsersOf(account.Account))
        {
            File = EvidenceFiles.CredentialReport,
        },
        Records("groups", GroupTable.Table, "GroupDetailList", "The groups.", e => e.Groups),
        Records("roles", RoleTable.Table, "RoleDetailList", "The roles.", e => e.Roles),
        Records("policies", PolicyTable.Table, "Policies", "The managed policies.", e => e.Policies),
        Records(
            "virtual_mfa_devices", MfaDeviceTable.Table, "VirtualMFADevices",
            "The virtual MFA devices of users and root, and those of nobody.", e => e.VirtualMfaDevices),
        Records(
            "server_certificates", ServerCertificateTable.Table, "ServerCertificateMetadataList",
            "The server certificates.", e => e.ServerCertificates),
        Records(
            "saml_providers", SamlProviderTable.Table, "SAMLProviderList", "The SAML providers.", e => e.SamlProviders),
        Records(
            "oidc_providers", OidcProviderTable.Table, "OpenIDConnectProviderList", "The OpenID Connect providers.",
            e => e.OidcProviders),
        new RecordField(
            "manages_organization", CelType.Bool, Organization,
            "Whether the account may say which root access its organization has: it is the management account or the "
            + "delegated administrator for IAM of one that trusts IAM.",
            account => OrganizationOf(account) is { Value: { } id } known
                ? FieldReading.Known(CelValue.Of(id.Kind == CelKind.String), known.Answer, known.Cell)
                : OrganizationOf(account))
        {
            File = EvidenceFiles.OrganizationsFeatures,
        },
        new RecordField(
            "organization_id", CelType.Wrapper(CelType.String), Organization,
            "The id of the organization. null where the account does not manage one.",
            OrganizationOf)
        {
            File = EvidenceFiles.OrganizationsFeatures,
        },
        new RecordField(
            "organization_error", CelType.Wrapper(CelType.String), "Error/Code",
            "What AWS answers an account that may not say it: AccountNotManagementOrDelegatedAdministrator, "
            + "OrganizationNotFound; or of one that cannot have central root access: ServiceAccessNotEnabled, "
            + "OrganizationNotInAllFeaturesMode; all with or without Exception behind it. null where the account "
            + "manages an organization.",
            OrganizationErrorOf)
        {
            File = EvidenceFiles.OrganizationsFeatures,
        },
        Texts(
            "organization_features", EvidenceFiles.OrganizationsFeatures, Features,
            "The features of central root access that the organization has on: RootCredentialsManagement, "
            + "RootSessions. Unknown where the account does not manage one."));

    private static RecordField Records(
        string name, RecordTable table, string list, string meaning, Func<SnapshotEvidence, EvidenceList> listOf) =>
        new(name, CelType.List(table.Type), list, meaning, account => listOf(account.Evidence).Reading)
        {
            File = table.File,
        };

    private static RecordField Texts(string name, string file, string list, string meaning) =>
        new(name, CelType.List(CelType.String), list, meaning, account => TextsOf(account, file, list))
        {
            File = file,
        };

    private static FieldReading TextsOf(JsonRecord account, string file, string property)
    {
        var list = new EvidenceList(account.Evidence, file, property, table: null);
        if (list.Gap.Length > 0)
            return list.Unknown();
        var (value, why) = Conversions.Texts(list.Cell!.Value);
        return value is { } texts
            ? FieldReading.Known(texts, list.Answer, list.Cell)
            : FieldReading.Unknown(list.Answer, why, list.Cell);
    }

    private static FieldReading OrganizationOf(JsonRecord account)
    {
        var answer = account.Evidence.Snapshot.AnswerOf(EvidenceFiles.OrganizationsFeatures);
        if (answer.Status == AnswerStatus.NoSuchEntity)
            return FieldReading.Known(CelValue.Null, answer, answer.Find("Error/Code"));
        if (answer.Status != AnswerStatus.Given)
            return FieldReading.Unknown(answer, Absence.Of(answer));
        if (answer.Find(Organization) is not { } cell)
            return FieldReading.Unknown(answer, Absence.NoProperty);
        var (value, why) = Conversions.Text(cell);
        return value is { } id ? FieldReading.Known(id, answer, cell) : FieldReading.Unknown(answer, why, cell);
    }

    private static FieldReading OrganizationErrorOf(JsonRecord account)
    {
        var answer = account.Evidence.Snapshot.AnswerOf(EvidenceFiles.OrganizationsFeatures);
        return answer.Status switch
        {
            AnswerStatus.NoSuchEntity => FieldReading.Known(
                CelValue.Of(answer.ErrorCode), answer, answer.Find("Error/Code")),
            AnswerStatus.Given => FieldReading.Known(CelValue.Null, answer, answer.Find(Organization) ?? answer.Root),
            _ => FieldReading.Unknown(answer, Absence.Of(answer)),
        };
    }
}
