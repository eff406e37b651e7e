using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>The last words of <c>verify</c>: what the whole of it comes to.</summary>
internal static class VerifyVerdict
{
    public static (string Text, Tone Tone) Of(VerifyOutcome outcome)
    {
        var (text, tone) = OfProof(outcome);
        // What is damaged has no completeness to speak of: its calls are what somebody made of them.
        var snapshot = outcome.Snapshot;
        return snapshot.Verdict != VerificationVerdict.Damaged && snapshot.Document is { IsComplete: false } document
            ? ($"{text} INCOMPLETE: {GapsOf(document)}.", tone == Tone.Good ? Tone.Doubtful : tone)
            : (text, tone);
    }

    private static string GapsOf(SnapshotDocument document)
    {
        var failed = document.Calls.Count(call => call.Status == CallStatus.Failed);
        var notCalled = document.Calls.Count(call => call.Status == CallStatus.NotCalled);
        return $"{failed + notCalled} of {ResultWords.Plural(document.Calls.Length, "call")} "
            + (notCalled == 0 ? "failed" : "failed or were not made");
    }

    private static (string Text, Tone Tone) OfProof(VerifyOutcome outcome) =>
        (outcome.IsIntact, outcome.Snapshot.Verdict) switch
        {
            (false, VerificationVerdict.Damaged) when !outcome.IsReadable =>
                ("UNREADABLE: this is no snapshot that can be read.", Tone.Bad),
            (false, VerificationVerdict.Damaged) =>
                ("DAMAGED: this is not, or not all of, what was sealed.", Tone.Bad),
            (false, _) when outcome.Chain is { Links.IsEmpty: true } =>
                ("CHAIN UNREADABLE: the snapshot is intact, and no snapshot of the chain was read.", Tone.Bad),
            (false, _) => ("CHAIN DAMAGED: the snapshot is intact, and the chain is not.", Tone.Bad),
            (_, VerificationVerdict.Trusted) => ("TRUSTED: intact, and signed by a trusted key.", Tone.Good),
            (_, VerificationVerdict.UnknownKey) =>
                ("UNPROVEN: intact, and signed by no key that you trust (--trusted-key). Anyone may have made it.",
                Tone.Doubtful),
            _ => ("UNPROVEN: intact, and not signed. Compare the digest with one that you noted; else anyone may have "
                + "made it.", Tone.Doubtful),
        };
}
