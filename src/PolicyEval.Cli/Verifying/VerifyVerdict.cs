using PolicyEval.Reporting.Terminal;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>The last words of <c>verify</c>: what the whole of it comes to.</summary>
internal static class VerifyVerdict
{
    public static (string Text, Tone Tone) Of(VerifyOutcome outcome) =>
        (outcome.IsIntact, outcome.Snapshot.Verdict) switch
        {
            (false, VerificationVerdict.Damaged) when !outcome.IsReadable =>
                ("UNREADABLE: this is no snapshot that can be read.", Tone.Bad),
            (false, VerificationVerdict.Damaged) =>
                ("DAMAGED: this is not, or not all of, what was sealed.", Tone.Bad),
            (false, _) => ("CHAIN DAMAGED: the snapshot is intact, and the chain is not.", Tone.Bad),
            (_, VerificationVerdict.Trusted) => ("TRUSTED: intact, and signed by a trusted key.", Tone.Good),
            (_, VerificationVerdict.UnknownKey) =>
                ("UNPROVEN: intact, and signed by no key that you trust (--trusted-key). Anyone may have made it.",
                Tone.Doubtful),
            _ => ("UNPROVEN: intact, and not signed. Compare the digest with one that you noted; else anyone may have "
                + "made it.", Tone.Doubtful),
        };
}
