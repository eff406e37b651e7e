using System.Collections.Concurrent;
using System.Collections.Frozen;
using PolicyEval.Evaluation.Resources.Fields;
using PolicyEval.Evaluation.Resources.Tables;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.CrossChecks;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources.Joins;

/// <summary>
/// The answers of a snapshot as records that know each other. What nobody asks for is not read. Any number of threads
/// may read.
/// </summary>
internal sealed class SnapshotEvidence
{
    private readonly ConcurrentDictionary<EvidenceCell, bool> _late = [];
    private readonly FrozenDictionary<(string File, string Field, int Row), string> _doubts;
    private readonly FrozenSet<int> _doubtedRows;

    /// <summary>Looks at a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="asOf">The instant at which ages are measured, or null where nothing tells it.</param>
    public SnapshotEvidence(Snapshot snapshot, CelTimestamp? asOf)
    {
        const string details = EvidenceFiles.AccountAuthorizationDetails;
        Snapshot = snapshot;
        Report = new ReportState(snapshot);
        AsOf = asOf;
        _doubts = snapshot.Doubts.DistinctBy(doubt => (doubt.File, doubt.Field, doubt.Row))
            .ToFrozenDictionary(doubt => (doubt.File, doubt.Field, doubt.Row), doubt => doubt.Why);
        _doubtedRows = _doubts.Keys.Where(doubt => doubt.File == EvidenceFiles.CredentialReport)
            .Select(doubt => doubt.Row).ToFrozenSet();
        Users = new(this, details, "UserDetailList", UserTable.Table);
        Groups = new(this, details, "GroupDetailList", GroupTable.Table);
        Roles = new(this, details, "RoleDetailList", RoleTable.Table);
        Policies = new(this, details, "Policies", PolicyTable.Table);
        AccessKeys = new(this, EvidenceFiles.AccessKeys, "AccessKeyMetadata", AccessKeyTable.Table);
        MfaDevices = new(this, EvidenceFiles.MfaDevices, "MFADevices", MfaDeviceTable.Table);
        VirtualMfaDevices = new(this, EvidenceFiles.VirtualMfaDevices, "VirtualMFADevices", MfaDeviceTable.Table);
        ServerCertificates = new(
            this, EvidenceFiles.ServerCertificates, "ServerCertificateMetadataList", ServerCertificateTable.Table);
        SamlProviders = new(this, EvidenceFiles.SamlProviders, "SAMLProviderList", SamlProviderTable.Table);
        OidcProviders = new(
            this, EvidenceFiles.OpenIdConnectProviders, "OpenIDConnectProviderList", OidcProviderTable.Table);
        PasswordPolicy = PasswordPolicyTable.RecordOf(this);
        Root = new JsonRecord(RootTable.Table, this, VirtualMfaDevices.Answer, cell: null);
        UserJoins = new UserJoins(this);
        PolicyJoins = new PolicyJoins(this);
        DeviceJoins = new DeviceJoins(this);
    }

    /// <summary>The snapshot.</summary>
    public Snapshot Snapshot { get; }

    /// <summary>Its credential report.</summary>
    public ReportState Report { get; }

    /// <summary>The instant at which ages are measured, or null.</summary>
    public CelTimestamp? AsOf { get; }

    /// <summary>The users.</summary>
    public EvidenceList Users { get; }

    /// <summary>The groups.</summary>
    public EvidenceList Groups { get; }

    /// <summary>The roles.</summary>
    public EvidenceList Roles { get; }

    /// <summary>The managed policies: the account's own, and those of AWS that are attached.</summary>
    public EvidenceList Policies { get; }

    /// <summary>The access keys of all users.</summary>
    public EvidenceList AccessKeys { get; }

    /// <summary>The MFA devices of all users, of every kind.</summary>
    public EvidenceList MfaDevices { get; }

    /// <summary>The virtual MFA devices of users and root, and those of nobody.</summary>
    public EvidenceList VirtualMfaDevices { get; }

    /// <summary>The server certificates.</summary>
    public EvidenceList ServerCertificates { get; }

    /// <summary>The SAML providers.</summary>
    public EvidenceList SamlProviders { get; }

    /// <summary>The OpenID Connect providers.</summary>
    public EvidenceList OidcProviders { get; }

    /// <summary>The password policy, which may be none.</summary>
    public JsonRecord PasswordPolicy { get; }

    /// <summary>What the answers say of the root user.</summary>
    public JsonRecord Root { get; }

    /// <summary>Users with what belongs to them.</summary>
    public UserJoins UserJoins { get; }

    /// <summary>Managed policies with who has them.</summary>
    public PolicyJoins PolicyJoins { get; }

    /// <summary>MFA devices with each other.</summary>
    public DeviceJoins DeviceJoins { get; }

    /// <summary>The dates that were read and lie after asOf, in order of file and place.</summary>
    public IEnumerable<EvidenceCell> LateDates =>
        _late.Keys.OrderBy(cell => cell.File, StringComparer.Ordinal)
            .ThenBy(cell => cell.Line).ThenBy(cell => cell.Column);

    /// <summary>
    /// Why other evidence contradicts a list of an answer, a property of one of its elements, or a cell of the report;
    /// null where none does.
    /// </summary>
    /// <param name="file">The file, by its name in a snapshot.</param>
    /// <param name="field">The list, the list with a property behind a slash, or the column.</param>
    /// <param name="row">The index of the row or element; <see cref="Doubt.Whole"/> for a list.</param>
    public string? WhyDoubted(string file, string field, int row) => _doubts.GetValueOrDefault((file, field, row));

    /// <summary>Whether other evidence contradicts any of this.</summary>
    public bool HasDoubts => _doubts.Count > 0;

    /// <summary>Whether other evidence contradicts a cell of any row of the report.</summary>
    public bool HasDoubtedRows => _doubtedRows.Count > 0;

    /// <summary>Whether other evidence contradicts a cell of a row of the report.</summary>
    public bool IsDoubtedRow(int row) => _doubtedRows.Contains(row);

    /// <summary>Takes note of a date that lies after asOf.</summary>
    public void AddLate(Answer answer, JsonCell cell) => _late.TryAdd(EvidenceCells.Of(answer, cell), true);
}
