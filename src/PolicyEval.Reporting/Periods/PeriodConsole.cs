using System.Collections.Immutable;
using System.Text;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Reporting.Terminal;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Periods;

/// <summary>A period for people: what there is evidence of, then the failures, the open ones first.</summary>
internal sealed class PeriodConsole
{
    private const int Indent = 2;
    private const int Shown = 50;
    private const int GapsShown = 10;
    private const int SnapshotsShown = 10;

    private readonly TerminalWriter _terminal;
    private readonly PeriodReport _report;

    private PeriodConsole(TerminalWriter terminal, PeriodReport report)
    {
        _terminal = terminal;
        _report = report;
    }

    /// <summary>Writes it.</summary>
    public static void Write(PeriodReport report, Stream output, ReportStyle style)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        new PeriodConsole(new TerminalWriter(text, style), report).Write();
    }

    private void Write()
    {
        HeaderBlock.WriteRules(_terminal, _report.Rules);
        _terminal.EndLine();
        _terminal.WriteWrapped(
            $"Period from {PeriodWords.Of(_report.From)} up to {PeriodWords.Of(_report.To)}: "
            + ResultWords.Plural(_report.Snapshots.Length, "snapshot"),
            0, Tone.Heading);
        WriteLegend();
        foreach (var account in _report.Accounts)
            WriteAccount(account);
        WriteFailed();
        WriteEpisodes("Open at the end", EpisodeState.Open, Tone.Bad);
        WriteEpisodes("Out of sight at the end: not shown to be fixed", EpisodeState.Unseen, Tone.Doubtful);
        WriteEpisodes("Fixed", EpisodeState.Fixed, Tone.Heading);
        WriteSummary();
        _terminal.Flush();
    }

    /// <summary>What the signs of the calendars mean: those that are there.</summary>
    private void WriteLegend()
    {
        var states = _report.Accounts.SelectMany(account => account.Days).Distinct().OrderDescending();
        var signs = states.Select(state => $"{PeriodWords.Mark(state)} {PeriodWords.ForPeople(state)}");
        _terminal.WriteWrapped($"Days (UTC): {string.Join("; ", signs)}", 0, Tone.Quiet);
    }

    private void WriteAccount(AccountCoverage account)
    {
        _terminal.EndLine();
        var name = account.Account.Length > 0 ? account.Account : "an unknown account";
        _terminal.WriteWrapped(
            $"{name}: evidence of {account.Count(DayState.Complete)} of {account.Days.Length} days"
            + Counted(account, DayState.Incomplete, "incomplete") + Counted(account, DayState.Failed, "failed")
            + Counted(account, DayState.None, "without any"),
            0, account.IsWhole ? Tone.Good : Tone.Doubtful);
        foreach (var month in account.Days.Index().GroupBy(day => PeriodWords.Of(DayOf(day.Index))[..^3]))
        {
            // The first month begins where its first day stands in every other one.
            var margin = new string(' ', DayOf(month.First().Index).Day - 1);
            var marks = string.Concat(month.Select(day => PeriodWords.Mark(day.Item)));
            _terminal.WriteLine($"  {month.Key} {margin}{marks}");
        }

        foreach (var gap in account.Gaps.Take(GapsShown))
            _terminal.WriteWrapped($"gap: {PeriodWords.Of(gap)}", Indent, Tone.Doubtful);
        if (account.Gaps.Length > GapsShown)
            _terminal.WriteWrapped($"... and {account.Gaps.Length - GapsShown} more gaps", Indent, Tone.Quiet);
        WriteSnapshots(account);
    }

    private void WriteSnapshots(AccountCoverage account)
    {
        var snapshots = account.Read;
        if (snapshots.Length > SnapshotsShown)
        {
            _terminal.WriteWrapped(
                $"read: {snapshots.Length} snapshots (--format json lists them all)", Indent, Tone.Quiet);
        }
        else
        {
            foreach (var snapshot in snapshots)
                _terminal.WriteWrapped($"read: {snapshot.Name}, as of {snapshot.AsOf}", Indent, Tone.Quiet, Indent);
        }

        foreach (var same in PeriodWords.OfOneInstant(snapshots))
            _terminal.WriteWrapped(same, Indent, Tone.Doubtful, Indent);
    }

    private DateOnly DayOf(int index) => _report.FirstDay.AddDays(index);

    private static string Counted(AccountCoverage account, DayState state, string words) =>
        account.Count(state) > 0 ? $", {account.Count(state)} {words}" : "";

    private void WriteFailed()
    {
        WriteHeading("FAILED COLLECTIONS", _report.Failed.Length, Tone.Doubtful);
        foreach (var snapshot in _report.Failed.Take(Shown))
            _terminal.WriteWrapped($"{snapshot.Path}: {snapshot.Why}", Indent, hanging: Indent);
        WriteRest(_report.Failed.Length);
    }

    private void WriteEpisodes(string heading, EpisodeState state, Tone tone)
    {
        var episodes = _report.Episodes.Where(episode => episode.State == state).ToImmutableArray();
        WriteHeading(heading, episodes.Length, tone);
        foreach (var episode in episodes.Take(Shown))
            WriteEpisode(episode);
        WriteRest(episodes.Length);
    }

    private void WriteEpisode(FailureEpisode episode)
    {
        var waived = episode.IsWaived ? " (waived)" : "";
        var resource = episode.Resource;
        var name = resource.Account.Length > 0 ? $"{resource.Account} {resource.Id}" : resource.Id;
        var controls = episode.Controls.IsEmpty ? "" : $", {string.Join(", ", episode.Controls)}";
        _terminal.WriteWrapped(
            $"{name} {episode.Policy}{waived}: {ResultWords.Of(episode.Severity)}{controls}", Indent, hanging: Indent);
        var older = episode.IsOlder ? " or before" : "";
        var end = episode.Fixed is { } time
            ? $"fixed {PeriodWords.Of(time)}: {(episode.IsOlder ? "at least " : "")}{TimeToFix(episode)}"
            : $"last seen {PeriodWords.Of(episode.LastSeen)}";
        _terminal.WriteWrapped(
            $"first seen {PeriodWords.Of(episode.FirstSeen)}{older}; {end}", Indent * 2, Tone.Quiet, Indent);
    }

    private static string TimeToFix(FailureEpisode episode) => AgeWords.Of((long)episode.TimeToFix!.Value.TotalSeconds);

    private void WriteSummary()
    {
        var counts = Enum.GetValues<EpisodeState>()
            .ToDictionary(state => state, state => _report.Episodes.Count(episode => episode.State == state));
        var days = _report.Accounts.Sum(account => account.Days.Length);
        var complete = _report.Accounts.Sum(account => account.Count(DayState.Complete));
        _terminal.EndLine();
        _terminal.WriteWrapped(
            $"{ResultWords.Plural(_report.Episodes.Length, "failure")}: {counts[EpisodeState.Open]} open, "
            + $"{counts[EpisodeState.Unseen]} out of sight, {counts[EpisodeState.Fixed]} fixed; "
            + $"evidence of {complete} of {ResultWords.Plural(days, "day")} of "
            + $"{ResultWords.Plural(_report.Accounts.Length, "account")}; exit code {_report.ExitCode}",
            0, _report.ExitCode == 0 ? Tone.Good : Tone.Doubtful);
    }

    private void WriteHeading(string heading, int count, Tone tone)
    {
        if (count == 0)
            return;
        _terminal.EndLine();
        _terminal.WriteLine($"{heading} ({count})", tone);
    }

    private void WriteRest(int count)
    {
        if (count > Shown)
            _terminal.WriteWrapped($"... and {count - Shown} more (--format json lists them all)", Indent, Tone.Quiet);
    }
}
