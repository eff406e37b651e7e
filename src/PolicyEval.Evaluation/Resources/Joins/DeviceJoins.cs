using PolicyEval.Evaluation.Functions;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Answers;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>MFA devices: what is virtual, and what is root's. Any number of threads may read.</summary>
internal sealed class DeviceJoins(SnapshotEvidence evidence)
{
    private const string RootResource = "root";

    private readonly Lazy<RecordIndex> _virtual =
        new(() => new RecordIndex(evidence.VirtualMfaDevices, "SerialNumber"));

    /// <summary>
    /// Whether a device is virtual: in the list of those. Hardware is inferred from its absence there.
    /// </summary>
    public FieldReading IsVirtual(JsonRecord device)
    {
        var list = evidence.VirtualMfaDevices;
        if (device.Answer.FileName == list.Answer.FileName)
            return FieldReading.Known(CelValue.True, device.Answer, device.Cell);
        if (device.TextOf("SerialNumber") is not { } serial)
            return FieldReading.Unknown(device.Answer, Absence.WithoutKey("SerialNumber"), device.Cell);
        if (_virtual.Value.Of(serial) is [var same, ..])
            return FieldReading.Known(CelValue.True, same.Answer, same.Cell);
        return _virtual.Value.AllOf(serial) is { Value: null } unknown
            ? unknown
            : FieldReading.Known(CelValue.False, list.Answer, list.Cell);
    }

    /// <summary>The devices of users that are in no list of virtual ones, in order.</summary>
    public IEnumerable<JsonRecord> OnlyListedByUser => evidence.MfaDevices.Records
        .Where(device => device.TextOf("SerialNumber") is not { } serial || _virtual.Value.Of(serial).Count == 0);

    /// <summary>
    /// The virtual devices of the root user: of the user whose ARN's resource is <c>root</c>, exactly.
    /// </summary>
    public FieldReading OfRoot()
    {
        var list = evidence.VirtualMfaDevices;
        if (list.Gap.Length > 0)
            return list.Unknown();
        var found = new List<CelValue>();
        foreach (var device in list.Records)
        {
            if (device.Cell?.Find("User") is not { Kind: not JsonCellKind.Null } user)
            {
                if (device.Cell is not { Kind: JsonCellKind.Object })
                    return FieldReading.Unknown(list.Answer, Absence.NotAnObject, device.Cell);
                continue;
            }

            if (device.TextOf("User/Arn") is not { } text || !Arn.TryParse(text, out var arn, out _))
                return FieldReading.Unknown(list.Answer, Absence.WithoutArn, user);
            if (arn.Resource == RootResource)
                found.Add(CelValue.Of(device));
        }

        return list.Known([.. found]);
    }
}
