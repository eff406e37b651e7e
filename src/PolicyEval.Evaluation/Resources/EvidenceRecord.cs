using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Values;

namespace PolicyEval.Evaluation.Resources;

/// <summary>A record whose fields are cells of the evidence.</summary>
internal abstract class EvidenceRecord : CelRecord
{
    /// <summary>The cell behind a field, or null where none stands in the evidence.</summary>
    public abstract EvidenceCell? CellAt(int slot);

    /// <summary>What is missing where a field is unknown.</summary>
    public abstract MissingEvidence MissingAt(int slot);

    /// <summary>
    /// What other evidence says against a field that is known; null where none does. A pass that rests on it is none.
    /// </summary>
    public virtual MissingEvidence? DoubtAt(int slot) => null;

    /// <summary>Whether the file that should hold a field was given, even if AWS answered with an error.</summary>
    public abstract bool IsFileGiven(int slot);

    /// <summary>
    /// Whether a field goes with whatever evidence a policy asks for, so that it is missing where only the other is
    /// given: the account summary, the instant. Other evidence that was not given is outside the snapshot.
    /// </summary>
    public virtual bool IsCompanion(int slot) => false;

    /// <summary>An unknown that names this field.</summary>
    protected CelValue Unknown(int slot) => CelValue.Of(CelUnknown.Of(this, slot));
}
