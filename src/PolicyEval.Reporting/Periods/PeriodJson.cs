using System.Text.Json;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Periods;

/// <summary>
/// A period for programs, described by <c>policies/schemas/period.schema.json</c>, which only grows. UTF-8 without a
/// byte order mark, two spaces, LF.
/// </summary>
internal static class PeriodJson
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.0";

    /// <summary>Writes it.</summary>
    public static void Write(PeriodReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonLayout.Options))
            Write(json, report);
        output.Write("\n"u8);
        output.Flush();
    }

    private static void Write(Utf8JsonWriter json, PeriodReport report)
    {
        json.WriteStartObject();
        json.WriteString("formatVersion", FormatVersion);
        JsonInputs.WriteRules(json, report.Rules);
        json.WriteString("from", PeriodWords.Of(report.From));
        json.WriteString("to", PeriodWords.Of(report.To));
        JsonValues.WriteAll(json, "snapshots", report.Snapshots, WriteSnapshot);
        JsonValues.WriteAll(
            json, "accounts", report.Accounts, (writer, account) => WriteAccount(writer, report, account));
        JsonValues.WriteAll(json, "failed", report.Failed, WriteFailed);
        JsonValues.WriteAll(json, "episodes", report.Episodes, WriteEpisode);
        WriteSummary(json, report);
        json.WriteEndObject();
    }

    private static void WriteSnapshot(Utf8JsonWriter json, SnapshotReference snapshot)
    {
        JsonValues.WriteText(json, "name", snapshot.Name);
        JsonValues.WriteText(json, "digest", snapshot.Digest);
        json.WriteBoolean("sealed", snapshot.Seal is not null);
        JsonValues.WriteStrings(json, "accounts", snapshot.Accounts);
        JsonValues.WriteKnown(json, "asOf", snapshot.AsOf);
    }

    private static void WriteAccount(Utf8JsonWriter json, PeriodReport report, AccountCoverage account)
    {
        JsonValues.WriteKnown(json, "account", account.Account);
        json.WriteNumber("snapshots", account.Snapshots);
        json.WriteStartObject("counts");
        foreach (var state in Enum.GetValues<DayState>())
            json.WriteNumber(PeriodWords.Of(state), account.Count(state));
        json.WriteEndObject();
        JsonValues.WriteAll(json, "days", account.Days.Index(), (writer, day) =>
        {
            writer.WriteString("day", PeriodWords.Of(report.FirstDay.AddDays(day.Index)));
            writer.WriteString("state", PeriodWords.Of(day.Item));
        });
        JsonValues.WriteAll(json, "gaps", account.Gaps, (writer, gap) =>
        {
            writer.WriteString("from", PeriodWords.Of(gap.From));
            writer.WriteString("to", PeriodWords.Of(gap.To));
            writer.WriteNumber("days", gap.Days);
        });
    }

    private static void WriteFailed(Utf8JsonWriter json, FailedSnapshot snapshot)
    {
        JsonValues.WriteText(json, "path", snapshot.Path);
        JsonValues.WriteKnown(json, "account", snapshot.Account);
        JsonValues.WriteKnown(json, "at", snapshot.At);
        json.WriteBoolean("used", snapshot.IsUsed);
        JsonValues.WriteText(json, "why", snapshot.Why);
    }

    private static void WriteEpisode(Utf8JsonWriter json, FailureEpisode episode)
    {
        JsonValues.WriteText(json, "policy", episode.Policy);
        JsonValues.WriteStrings(json, "controls", episode.Controls);
        JsonFindings.WriteResource(json, episode.Resource);
        JsonValues.WriteText(json, "severity", ResultWords.Of(episode.Severity));
        JsonValues.WriteText(json, "fingerprint", episode.Fingerprint);
        json.WriteString("state", PeriodWords.Of(episode.State));
        json.WriteBoolean("waived", episode.IsWaived);
        json.WriteString("firstSeen", PeriodWords.Of(episode.FirstSeen));
        json.WriteBoolean("older", episode.IsOlder);
        json.WriteString("lastSeen", PeriodWords.Of(episode.LastSeen));
        JsonValues.WriteKnown(json, "fixed", episode.Fixed is { } time ? PeriodWords.Of(time) : null);
        if (episode.TimeToFix is { } span)
            json.WriteNumber("secondsToFix", (long)span.TotalSeconds);
        else
            json.WriteNull("secondsToFix");
    }

    private static void WriteSummary(Utf8JsonWriter json, PeriodReport report)
    {
        json.WriteStartObject("summary");
        foreach (var state in Enum.GetValues<EpisodeState>())
            json.WriteNumber(PeriodWords.Of(state), report.Episodes.Count(episode => episode.State == state));
        json.WriteNumber("accounts", report.Accounts.Length);
        json.WriteNumber("days", report.Accounts.Sum(account => account.Days.Length));
        json.WriteNumber("completeDays", report.Accounts.Sum(account => account.Count(DayState.Complete)));
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteEndObject();
    }
}
