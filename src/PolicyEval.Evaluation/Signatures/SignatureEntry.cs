using PolicyEval.Evaluation.Results;
using PolicyEval.Snapshots.Reports;

namespace PolicyEval.Evaluation.Signatures;

/// <summary>What is known of the rows of one signature.</summary>
/// <param name="signature">The signature.</param>
internal sealed class SignatureEntry(RowSignature signature)
{
    /// <summary>The signature.</summary>
    public RowSignature Signature { get; } = signature;

    /// <summary>Where the first of the rows stands; only in a census.</summary>
    public RowPlace First { get; init; }

    /// <summary>The entry of the same signature in a <see cref="RowCensus"/>, once it is known.</summary>
    public SignatureEntry? OfReport { get; set; }

    /// <summary>The number of signatures before it; only in a <see cref="RowCensus"/>.</summary>
    public int Number { get; init; }

    /// <summary>
    /// The verdicts, in the order of <see cref="SignatureLayout.Policies"/>; empty until one of the rows was evaluated.
    /// </summary>
    public Verdict[] Verdicts { get; set; } = [];

    /// <summary>Whether somebody wants the finding of one of them, so that rows are not only counted.</summary>
    public bool IsReported { get; set; } = true;

    /// <summary>The rows that were counted since the counts were last taken.</summary>
    public int Rows { get; set; }
}
