using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Tables;

/// <summary>An MFA device: of the list of virtual ones, or of a user's list, which has all kinds.</summary>
internal static class MfaDeviceTable
{
    /// <summary>The fields (IAM API Reference, "VirtualMFADevice" and "MFADevice").</summary>
    public static RecordTable Table { get; } = new(
        ResourceSchema.MfaDeviceType,
        "An MFA device: each virtual one, whether somebody uses it or not, and each other one of a user. No API lists "
        + "root's hardware devices.",
        EvidenceFiles.VirtualMfaDevices,
        "VirtualMFADevices[]",
        PropertyFields.Text("serial_number", "SerialNumber", "The serial number; the ARN of a virtual device."),
        new RecordField(
            "user_name", CelType.Wrapper(CelType.String), "User/UserName",
            "The name of the user who has it. null: nobody, or the root user.",
            device => PropertyFields.Read(
                device, IsOfList(device) ? "User/UserName" : "UserName", Conversions.Text, CelValue.Null)),
        new RecordField(
            "user_arn", CelType.Wrapper(CelType.String), "User/Arn",
            "The ARN of the user who has it, which ends in :root for the root user. null: nobody; unknown for a device "
            + "that is not virtual.",
            device => IsOfList(device)
                ? PropertyFields.Read(device, "User/Arn", Conversions.Text, CelValue.Null)
                : FieldReading.Unknown(device.Answer, Absence.NoProperty)),
        PropertyFields.PastTimeOrNull(
            "enable_date", "EnableDate", "When the device was enabled. null: nobody uses it."),
        new RecordField(
            "is_virtual", CelType.Bool, "SerialNumber",
            "Whether the device is in the list of virtual ones; another one is inferred to be hardware or a passkey.",
            device => device.Evidence.DeviceJoins.IsVirtual(device)));

    private static bool IsOfList(JsonRecord device) =>
        device.Answer.FileName == EvidenceFiles.VirtualMfaDevices;
}
