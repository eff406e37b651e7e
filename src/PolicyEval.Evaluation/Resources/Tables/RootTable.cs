using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>What the answers say of the root user, beside the columns of the credential report.</summary>
internal static class RootTable
{
    /// <summary>The fields.</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.RootType,
        "The root user of an account: one for each account, with or without a row of the credential report.",
        EvidenceFiles.VirtualMfaDevices,
        "",
        new RecordField(
            "virtual_mfa_devices", CelType.List(CelType.Record(ResourceSchema.MfaDeviceType)), "VirtualMFADevices",
            "The virtual MFA devices whose user's ARN ends in :root, exactly. No API lists root's other devices: that "
            + "root has a hardware device is inferred from an MFA that is no virtual one.",
            root => root.Evidence.DeviceJoins.OfRoot()));
}
