using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Types;
using PolicyEval.Language.Values;
using PolicyEval.Snapshots.Evidence;

namespace PolicyEval.Evaluation.Resources;

/// <summary>The instant at which ages are measured, where nothing tells it: what makes <c>asOf</c> unknown.</summary>
internal sealed class AsOfRecord(bool isFileGiven) : EvidenceRecord
{
    /// <summary>The unknown that <c>asOf</c> then is.</summary>
    public CelValue Value => Unknown(0);

    /// <inheritdoc/>
    public override CelType Type => CelType.Timestamp;

    /// <inheritdoc/>
    public override CelValue Get(int slot, CelFrame frame) => Value;

    /// <inheritdoc/>
    public override CelValue GetToken(int slot, CelFrame frame) => Value;

    /// <inheritdoc/>
    public override EvidenceCell? CellAt(int slot) => null;

    /// <inheritdoc/>
    public override bool IsFileGiven(int slot) => isFileGiven;

    /// <inheritdoc/>
    public override bool IsCompanion(int slot) => true;

    /// <inheritdoc/>
    public override MissingEvidence MissingAt(int slot) =>
        new(
            EvidenceFiles.CredentialReportAnswer, "asOf", Absence.NoTime,
            EvidenceFiles.CommandOf(EvidenceFiles.CredentialReportAnswer));
}
