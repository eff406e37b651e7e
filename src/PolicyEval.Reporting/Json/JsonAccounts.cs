using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Json;

/// <summary>Writes which accounts a run should be about, and what it says of each.</summary>
internal static class JsonAccounts
{
    /// <summary>The value of <c>origin</c> of a population that the user's file tells.</summary>
    public const string FileOrigin = "file";

    /// <summary>Writes what was found and left out, and the populations.</summary>
    public static void WriteInputs(Utf8JsonWriter json, RunHeader header)
    {
        json.WriteStartArray("leftOut");
        foreach (var left in header.LeftOut)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "place", left.Place);
            JsonValues.WriteKnown(json, "account", left.Account);
            JsonValues.WriteKnown(json, "time", left.Time);
            JsonValues.WriteText(json, "reason", left.Reason);
            JsonValues.WriteText(json, "for", left.For);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("populations");
        foreach (var population in header.Populations)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "origin", population.IsFile ? FileOrigin : "organization");
            JsonValues.WriteText(json, "name", population.Name);
            JsonValues.WriteText(json, "sha256", population.Sha256);
            json.WriteNumber("accounts", population.Accounts);
            json.WriteBoolean("whole", population.IsWhole);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the roll-up by account.</summary>
    public static void WriteResults(Utf8JsonWriter json, RunFooter footer)
    {
        json.WriteStartArray("accounts");
        foreach (var account in footer.Accounts)
            WriteAccount(json, account);
        json.WriteEndArray();
    }

    /// <summary>Writes what a control says of the accounts.</summary>
    public static void WriteCounts(Utf8JsonWriter json, AccountCounts? counts)
    {
        if (counts is null)
        {
            json.WriteNull("accounts");
            return;
        }

        json.WriteStartObject("accounts");
        JsonValues.WriteCounts(json, "outcomes", counts.Outcomes);
        json.WriteNumber("missing", counts.Missing);
        json.WriteNumber("total", counts.Total);
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountResult account)
    {
        json.WriteStartObject();
        JsonValues.WriteKnown(json, "id", account.Id);
        JsonValues.WriteKnown(json, "name", account.Name);
        JsonValues.WriteText(json, "membership", AccountNames.Of(account.Membership));
        JsonValues.WriteText(json, "evidence", AccountNames.Of(account.Evidence));
        JsonValues.WriteStrings(json, "snapshots", account.Snapshots);
        JsonValues.WriteCounts(json, "findings", account.Findings);
        json.WriteStartObject("controls");
        foreach (var verdict in account.Controls)
            JsonValues.WriteText(json, verdict.Control, ResultWords.Of(verdict.Outcome));
        json.WriteEndObject();
        JsonValues.WriteStrings(
            json, "waivedControls",
            [.. account.Controls.Where(verdict => verdict.IsWaived).Select(verdict => verdict.Control)]);
        json.WriteEndObject();
    }
}
