using System.Collections.Immutable;
using PolicyEval.Evaluation.Functions;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>The populations that answers list.</summary>
internal static class Populations
{
    /// <summary>The users of the authorization details: the population where there is no credential report.</summary>
    public static Population Users { get; } = Of(UserTable.Table, e => e.Users, "UserName", "Arn");

    /// <summary>The others, in the order in which they are evaluated.</summary>
    public static ImmutableArray<Population> All { get; } =
    [
        Of(GroupTable.Table, e => e.Groups, "GroupName", "Arn"),
        Of(RoleTable.Table, e => e.Roles, "RoleName", "Arn"),
        Of(PolicyTable.Table, e => e.Policies, "PolicyName", "Arn"),
        new(
            InlinePolicyTable.Table, e => [e.Users, e.Groups, e.Roles], InlinePolicyTable.In, InlinePolicyTable.IdOf,
            ArnPath: ""),
        new(AccessKeyTable.Table, e => [e.AccessKeys], e => e.AccessKeys.Records, KeyIdOf, ""),
        new(MfaDeviceTable.Table, DeviceLists, Devices, device => device.TextOf("SerialNumber"), ""),
        new(PasswordPolicyTable.Table, _ => [], e => [e.PasswordPolicy], IdOf: null, ""),
        Of(ServerCertificateTable.Table, e => e.ServerCertificates, "ServerCertificateName", "Arn"),
        Of(SamlProviderTable.Table, e => e.SamlProviders, "Arn", "Arn") with { IdOf = NameInArn },
        Of(OidcProviderTable.Table, e => e.OidcProviders, "Arn", "Arn") with { IdOf = NameInArn },
    ];

    private static Population Of(
        RecordTable table, Func<SnapshotEvidence, EvidenceList> listOf, string id, string arn) =>
        new(table, e => [listOf(e)], e => listOf(e).Records, record => record.TextOf(id), arn);

    /// <summary>
    /// What is no virtual device only shows in the users' lists, which are worth reading where they are.
    /// </summary>
    private static EvidenceList[] DeviceLists(SnapshotEvidence evidence) =>
        evidence.MfaDevices.Answer.Status == AnswerStatus.NotGiven
            ? [evidence.VirtualMfaDevices]
            : [evidence.VirtualMfaDevices, evidence.MfaDevices];

    private static IEnumerable<JsonRecord> Devices(SnapshotEvidence evidence) =>
        evidence.VirtualMfaDevices.Records.Concat(evidence.DeviceJoins.OnlyListedByUser);

    private static string? KeyIdOf(JsonRecord key) =>
        key.TextOf("UserName") is { } user && key.TextOf("AccessKeyId") is { } id ? $"{user}/{id}" : null;

    private static string? NameInArn(JsonRecord provider) =>
        provider.TextOf("Arn") is { } text && Arn.TryParse(text, out var arn, out _) ? arn.ResourceId : null;
}
