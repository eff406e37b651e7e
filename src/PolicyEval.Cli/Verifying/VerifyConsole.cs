using PolicyEval.Reporting;
using PolicyEval.Reporting.Messages;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Snapshots.Verification;

namespace PolicyEval.Cli.Verifying;

/// <summary>
/// The result of <c>verify</c> for people: what the snapshot is, then every problem, then one verdict.
/// </summary>
internal sealed class VerifyConsole
{
    private const int LabelWidth = 13;

    private readonly TerminalWriter _terminal;
    private readonly DiagnosticRenderer _renderer;

    public VerifyConsole(TextWriter output, ReportStyle style)
    {
        _terminal = new TerminalWriter(output, style);
        _renderer = new DiagnosticRenderer(output, style);
    }

    public void Write(VerifyOutcome outcome)
    {
        var snapshot = outcome.Snapshot;
        Field("Snapshot", snapshot.Name);
        Field("Digest", snapshot.Digest.Length > 0 ? snapshot.Digest : "none");
        if (snapshot.Document is { } document)
            WriteDocument(document);
        foreach (var check in snapshot.Checks)
            WriteCheck(check, snapshot.Document?.Origin);
        if (outcome.IsReadable)
            WriteSignatures(snapshot);
        if (outcome.Chain is { } chain)
            WriteChain(chain);
        if (outcome.Problems.Length > 0)
            _terminal.EndLine();
        foreach (var problem in outcome.Problems)
            _renderer.Write(problem);
        _terminal.EndLine();
        var (verdict, tone) = VerifyVerdict.Of(outcome);
        _terminal.WriteWrapped(verdict, 0, tone);
        _terminal.Flush();
    }

    private void WriteDocument(SnapshotDocument document)
    {
        var what = document.Kind == SnapshotKind.Organization ? "Organisation" : "Account";
        var partition = document.Partition.Length > 0 ? $" ({document.Partition})" : "";
        Field(what, document.Account.Length > 0 ? document.Account + partition : "not told by this evidence");
        if (document.Assertion is { } assertion)
        {
            Field("ASSERTED", $"by {assertion.By}, {VerifyWords.Of(assertion.At)}: gathered by hand", Tone.Doubtful);
            if (assertion.Note.Length > 0)
                Field("Note", assertion.Note);
        }
        else
        {
            Field("Collected", $"{VerifyWords.Of(document.StartedAt)} to {VerifyWords.Of(document.EndedAt)}");
            Field("Caller", document.Caller?.Arn ?? "not known");
        }

        Field("Producer", document.Producer);
        if (document.GeneratedAt is { } generated)
            Field("Report of", VerifyWords.Of(generated));
        WriteCompleteness(document);
        if (VerifyWords.ListedAccounts(document) is { } accounts)
            Field("Accounts", $"{VerifyWords.Of(accounts)} listed");
        if (document.Reconciliation is { } users)
            WriteReconciliation(users);
        foreach (var warning in document.Warnings)
            Field("Warning", warning, Tone.Doubtful);
        if (document.Previous is { } previous)
            Field("Previous", previous.Digest);
    }

    private void WriteCompleteness(SnapshotDocument document)
    {
        if (document.Calls.IsEmpty)
            return;
        var gaps = document.Calls.Where(call => call.Status is CallStatus.Failed or CallStatus.NotCalled).ToList();
        Field(
            "Complete",
            gaps.Count == 0
                ? $"yes, {ResultWords.Plural(document.Calls.Length, "operation")}"
                : $"NO, {gaps.Count} of {ResultWords.Plural(document.Calls.Length, "operation")} without an answer",
            gaps.Count == 0 ? Tone.Plain : Tone.Doubtful);
        foreach (var gap in gaps)
            Field("", $"{gap.Operation.Permission}: {WordsOf(gap.Error, gap.Status)}", Tone.Doubtful);
    }

    private static string WordsOf(CallError? error, CallStatus status) =>
        error is null ? VerifyWords.Of(status) : $"{error.Code} {error.Message}".TrimEnd();

    private void WriteReconciliation(Reconciliation users)
    {
        var root = users.HasRootRow ? "root and " : "no root, ";
        var reported = users.ReportRows - (users.HasRootRow ? 1 : 0);
        Field(
            "Users",
            $"{root}{reported} in the report, {VerifyWords.Of(users.SummaryUsers)} in the summary, "
                + $"{VerifyWords.Of(users.ListedUsers)} listed: {(users.Agrees ? "they agree" : "THEY DO NOT AGREE")}",
            users.Agrees ? Tone.Plain : Tone.Doubtful);
        if (users.Explanation.Length > 0)
            Field("", users.Explanation);
    }

    private void WriteCheck(VerificationCheck check, SnapshotOrigin? origin)
    {
        var looked = VerifyWords.DetailOf(check, origin);
        var detail = looked.Length > 0 ? $" ({looked})" : "";
        var (word, tone) = check.Status switch
        {
            CheckStatus.Passed => ("passed", Tone.Good),
            CheckStatus.Failed => ("FAILED", Tone.Bad),
            _ => ("not checked", Tone.Doubtful),
        };
        Field("Check", $"{check.Name}: {word}{detail}", tone);
    }

    private void WriteSignatures(SnapshotVerification snapshot)
    {
        foreach (var signature in snapshot.Signatures)
        {
            if (signature.IsTrusted)
                Field("Signed by", $"trusted key {signature.KeyId}", Tone.Good);
            else if (signature.Status == SignatureStatus.Valid)
                Field("Signed by", $"UNKNOWN KEY {signature.KeyId}", Tone.Doubtful);
            else
                Field("Signature", $"{VerifyWords.Of(signature.Status)}, key {signature.KeyId}", Tone.Bad);
        }

        if (snapshot.Signatures.IsEmpty)
            Field("Signed by", "nobody", Tone.Doubtful);
    }

    private void WriteChain(ChainVerification chain)
    {
        if (chain.Links.IsEmpty)
        {
            Field("Chain", "no snapshot was read", Tone.Bad);
            return;
        }

        var accounts = chain.Links.Select(link => link.Account).Distinct(StringComparer.Ordinal).Count();
        Field(
            "Chain",
            $"{ResultWords.Plural(chain.Links.Length, "snapshot")} of {ResultWords.Plural(accounts, "account")}: "
                + (chain.IsWhole ? "each names the one before it" : "BROKEN"),
            chain.IsWhole ? Tone.Good : Tone.Bad);
        Field("", "Of the others only the links (tag files) were read: verify each by itself. That the newest was "
            + "deleted cannot be seen: compare its digest with the one that you noted.");
    }

    private void Field(string label, string value, Tone tone = Tone.Plain)
    {
        var safe = SafeText.Of(value);
        var width = _terminal.Width - LabelWidth;
        if (!safe.Contains(' ', StringComparison.Ordinal) && TextLayout.WidthOf(safe) > width)
        {
            // An ARN that is cut cannot be copied or searched for: it has a line of its own, however long.
            _terminal.WriteLine(label);
            _terminal.WriteLine("  " + safe, tone);
            return;
        }

        foreach (var line in TextLayout.Wrap(safe, width))
        {
            _terminal.Write(label.PadRight(LabelWidth));
            _terminal.WriteLine(line, tone);
            label = "";
        }
    }
}
