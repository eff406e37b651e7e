using PolicyEval.Evaluation.Results;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>What is known of the rows of one signature.</summary>
/// <param name="signature">The signature.</param>
/// <param name="verdicts">The verdicts, in the order of <see cref="SignatureLayout.Policies"/>.</param>
internal sealed class SignatureEntry(RowSignature signature, Verdict[] verdicts)
{
    /// <summary>The signature.</summary>
    public RowSignature Signature { get; } = signature;

    /// <summary>The verdicts, in the order of <see cref="SignatureLayout.Policies"/>.</summary>
    public Verdict[] Verdicts { get; } = verdicts;

    /// <summary>Whether somebody wants the finding of one of them, so that rows are not only counted.</summary>
    public bool IsReported { get; set; } = true;

    /// <summary>The rows that were counted since the counts were last taken.</summary>
    public int Rows { get; set; }
}
