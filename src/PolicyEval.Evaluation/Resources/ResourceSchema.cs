using System.Collections.Immutable;
using System.Diagnostics;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Joins;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Language.Symbols;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Cells;
using PolicyEval.Snapshots.Evidence;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Resources;

/// <summary>The resource types that policies may name, and the records that expressions see.</summary>
public static class ResourceSchema
{
    /// <summary>The root user of an account: always exactly one for each account, with or without a row.</summary>
    public const string RootType = "aws.iam.root";

    /// <summary>An IAM user: a row of the credential report with what belongs to the user.</summary>
    public const string UserType = "aws.iam.user";

    /// <summary>An account.</summary>
    public const string AccountType = "aws.account";

    /// <summary>An IAM group.</summary>
    public const string GroupType = "aws.iam.group";

    /// <summary>An IAM role.</summary>
    public const string RoleType = "aws.iam.role";

    /// <summary>A managed policy.</summary>
    public const string PolicyType = "aws.iam.policy";

    /// <summary>A policy that stands in a user, a group or a role.</summary>
    public const string InlinePolicyType = "aws.iam.inline_policy";

    /// <summary>An access key of an IAM user.</summary>
    public const string AccessKeyType = "aws.iam.access_key";

    /// <summary>An MFA device.</summary>
    public const string MfaDeviceType = "aws.iam.mfa_device";

    /// <summary>The password policy of an account: always exactly one for each account, which may not exist.</summary>
    public const string PasswordPolicyType = "aws.iam.password_policy";

    /// <summary>A server certificate.</summary>
    public const string ServerCertificateType = "aws.iam.server_certificate";

    /// <summary>A SAML identity provider.</summary>
    public const string SamlProviderType = "aws.iam.saml_provider";

    /// <summary>An OpenID Connect identity provider.</summary>
    public const string OidcProviderType = "aws.iam.oidc_provider";

    /// <summary>The slot of <c>account.id</c>.</summary>
    internal const int AccountId = 0;

    /// <summary>The slot of <c>account.partition</c>.</summary>
    internal const int AccountPartition = 1;

    /// <summary>The slot of <c>account.summary</c>.</summary>
    internal const int AccountSummary = 2;

    /// <summary>The first slot of what the answers say of an account.</summary>
    internal const int AccountEvidence = 3;

    /// <summary>
    /// The first slot of what the answers say of users and root: behind the columns of the report, of which there are
    /// fewer.
    /// </summary>
    internal const int RowEvidence = 32;

    private const string FromArns = "Source: the ARNs of the evidence, those of the report first.";

    /// <summary>The partitions that AWS has.</summary>
    private static readonly ImmutableArray<string> Partitions =
        ["aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"];

    private static readonly FieldDomain CellDomain =
        new() { Tokens = ["N/A", "no_information", "not_supported", ""] };

    /// <summary>The numbers of GetAccountSummary: the record of <c>account.summary</c>.</summary>
    public static RecordSymbol Summary { get; } = new(
        "aws.account.summary",
        SummaryFields.All.Select((name, slot) => new FieldSymbol(name, CelType.Int, slot)
        {
            IsEvidence = true,
            Domain = new FieldDomain { IsCount = true },
            Documentation = SummaryFields.DocumentationOf(name)
                + $" Source: {EvidenceFiles.AccountSummary}, SummaryMap/{name}.",
        }));

    /// <summary>The record of <c>root</c>.</summary>
    public static RecordSymbol Root { get; } = new(RootType, ReportFields(RootTable.Table));

    /// <summary>The record of <c>user</c>.</summary>
    public static RecordSymbol User { get; } = new(UserType, ReportFields(UserTable.Table));

    /// <summary>The record of <c>account</c>.</summary>
    public static RecordSymbol Account { get; } = new(
        AccountType,
        [
            new FieldSymbol("id", CelType.String, AccountId)
            {
                IsEvidence = true,
                Documentation = $"The account's id, 12 digits. {FromArns}",
            },
            new FieldSymbol("partition", CelType.String, AccountPartition)
            {
                IsEvidence = true,
                Domain = new FieldDomain { Values = Partitions },
                Documentation = $"aws, aws-us-gov, aws-cn … {FromArns}",
            },
            new FieldSymbol("summary", Summary.Type, AccountSummary)
            {
                Documentation = $"The account summary. Source: {EvidenceFiles.AccountSummary}.",
            },
            .. AccountTable.Table.Symbols(AccountEvidence),
        ]);

    /// <summary>The types that a policy's <c>resource</c> may name.</summary>
    public static ImmutableArray<RecordSymbol> Types { get; } =
        [Root, User, Account, .. Populations.All.Select(population => population.Table.ToSymbol())];

    /// <summary>All types of records: those, then the ones that only stand in fields of others.</summary>
    public static ImmutableArray<RecordSymbol> Records { get; } =
        [.. Types, Summary, AttachedPolicyTable.Table.ToSymbol(), InstanceProfileTable.Table.ToSymbol()];

    /// <summary>The type of a name, or null.</summary>
    public static RecordSymbol? Find(string name) => Types.FirstOrDefault(t => t.Name == name);

    /// <summary>The type of records of a name, or null.</summary>
    public static RecordSymbol? FindRecord(string name) => Records.FirstOrDefault(t => t.Name == name);

    /// <summary>The variable under which expressions see a resource: the last part of its type's name.</summary>
    public static string VariableOf(string type) => type[(type.LastIndexOf('.') + 1)..];

    /// <summary>What a record of a type is, in sentences.</summary>
    public static string MeaningOf(string type) => type == Summary.Name
        ? "The account summary: AWS's own names, and AWS's own counts."
        : FieldFiles.TableOf(type)!.Meaning;

    /// <summary>The file that lists the resources of a type, or says most of them.</summary>
    internal static string PrimaryFileOf(string type) => type switch
    {
        AccountType => EvidenceFiles.AccountSummary,
        RootType or UserType => EvidenceFiles.CredentialReport,
        _ => Populations.All.Single(population => population.Table.Name == type).Table.File,
    };

    private static IEnumerable<FieldSymbol> ReportFields(RecordTable table) =>
        CredentialReportColumns.All.Select(column => new FieldSymbol(column.Name, TypeOf(column.Kind), column.Ordinal)
        {
            IsEvidence = true,
            Domain = column.Kind is ColumnKind.Bool or ColumnKind.Timestamp ? CellDomain : null,
            Documentation = ColumnDocumentation.Of(column.Name)
                + $" Source: {EvidenceFiles.CredentialReport}, column {column.Name}.",
        })
            .Concat(table.Symbols(RowEvidence));

    private static CelType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Name => CelType.String,
        ColumnKind.Text => CelType.Wrapper(CelType.String),
        ColumnKind.Bool => CelType.Bool,
        ColumnKind.Timestamp => CelType.Wrapper(CelType.Timestamp),
        _ => throw new UnreachableException($"column kind {kind}"),
    };
}
