using System.Text.Json;
using PolicyEval.Evaluation.Comparison;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Json;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Comparing;

/// <summary>
/// A comparison for programs, described by <c>policies/schemas/comparison.schema.json</c>, which only grows. What is
/// unchanged is counted and not listed. UTF-8 without a byte order mark, two spaces, LF.
/// </summary>
internal static class ComparisonJson
{
    /// <summary>The version of the document's shape: the second number grows with each new property.</summary>
    public const string FormatVersion = "1.1";

    /// <summary>Writes it.</summary>
    public static void Write(ComparisonReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonLayout.Options))
            Write(json, report);
        output.Write("\n"u8);
        output.Flush();
    }

    private static void Write(Utf8JsonWriter json, ComparisonReport report)
    {
        var comparison = report.Comparison;
        json.WriteStartObject();
        json.WriteString("formatVersion", FormatVersion);
        json.WriteStartObject("tool");
        JsonValues.WriteText(json, "name", "policyeval");
        JsonValues.WriteText(json, "version", report.ToolVersion);
        json.WriteEndObject();
        WriteSide(json, "old", report.Old, comparison.Old);
        WriteSide(json, "new", report.New, comparison.New);
        JsonValues.WriteAll(json, "inputs", comparison.Inputs, WriteInput);
        JsonValues.WriteAll(json, "accounts", comparison.Accounts, WriteAccount);
        JsonValues.WriteAll(json, "controls", comparison.Controls, WriteControl);
        JsonValues.WriteAll(json, "resources", comparison.Resources, WriteResource);
        JsonValues.WriteAll(
            json, "findings", comparison.Findings.Where(change => change.Kind != ChangeKind.Unchanged), WriteFinding);
        WriteSummary(json, report);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, ComparedInput input, ComparedResult result)
    {
        json.WriteStartObject(name);
        JsonValues.WriteText(json, "path", input.Path);
        JsonValues.WriteKnown(json, "sha256", input.Sha256);
        JsonValues.WriteText(json, "toolVersion", result.Header.ToolVersion);
        json.WriteStartObject("rules");
        JsonInputs.WriteRules(json, result.Header);
        json.WriteEndObject();
        JsonValues.WriteAll(json, "snapshots", result.Header.Snapshots, (writer, snapshot) =>
        {
            JsonValues.WriteText(writer, "name", snapshot.Name);
            JsonValues.WriteText(writer, "digest", snapshot.Digest);
            JsonValues.WriteStrings(writer, "accounts", snapshot.Accounts);
            JsonValues.WriteKnown(writer, "generatedTime", snapshot.GeneratedTime);
            JsonValues.WriteKnown(writer, "asOf", snapshot.AsOf);
            writer.WriteBoolean("projected", snapshot.Projected);
            if (snapshot.Age is { } age)
                writer.WriteBoolean("tooOld", age.IsTooOld);
            else
                writer.WriteNull("tooOld");
            writer.WriteBoolean("compared", !result.SetAside.Contains(snapshot));
        });
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, InputChange input)
    {
        JsonValues.WriteText(json, "kind", ComparisonWords.Of(input.Kind));
        JsonValues.WriteKnown(json, "name", input.Name);
        JsonValues.WriteKnown(json, "old", input.Old);
        JsonValues.WriteKnown(json, "new", input.New);
    }

    private static void WriteAccount(Utf8JsonWriter json, AccountChange account)
    {
        JsonValues.WriteKnown(json, "account", account.Account);
        JsonValues.WriteText(json, "change", KindOf(account.HasAppeared));
    }

    private static void WriteControl(Utf8JsonWriter json, ControlChange control)
    {
        JsonValues.WriteText(json, "framework", control.Framework);
        JsonValues.WriteText(json, "id", control.Id);
        JsonValues.WriteText(json, "title", control.Title);
        WriteState(json, "old", control.Old);
        WriteState(json, "new", control.New);
    }

    private static void WriteState(Utf8JsonWriter json, string name, ControlState? state)
    {
        if (state is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        JsonValues.WriteText(json, "outcome", ResultWords.Of(state.Outcome));
        JsonValues.WriteCounts(json, "counts", state.Counts);
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, ResourceChange change)
    {
        JsonFindings.WriteResource(json, change.Resource);
        JsonValues.WriteText(json, "change", KindOf(change.HasAppeared));
    }

    private static string KindOf(bool hasAppeared) =>
        ComparisonWords.Of(hasAppeared ? ChangeKind.Appeared : ChangeKind.Disappeared);

    private static void WriteFinding(Utf8JsonWriter json, FindingChange change)
    {
        JsonValues.WriteText(json, "change", ComparisonWords.Of(change.Kind));
        json.WriteBoolean("atGate", change.IsNewAtGate);
        JsonValues.WriteKnown(json, "absence", change.Absence is { } absence ? ComparisonWords.Of(absence) : null);
        JsonValues.WriteAll(json, "evidence", change.Evidence, (writer, evidence) =>
        {
            JsonValues.WriteText(writer, "file", evidence.File);
            JsonValues.WriteText(writer, "field", evidence.Field);
            writer.WriteBoolean("missing", evidence.IsMissing);
            writer.WriteBoolean("differs", evidence.Differs);
            JsonValues.WriteStrings(writer, "old", evidence.Old);
            JsonValues.WriteStrings(writer, "new", evidence.New);
        });
        WriteFinding(json, "old", change.Old);
        WriteFinding(json, "new", change.New);
    }

    private static void WriteFinding(Utf8JsonWriter json, string name, Finding? finding)
    {
        json.WritePropertyName(name);
        if (finding is null)
            json.WriteNullValue();
        else
            JsonFindings.Write(json, finding);
    }

    private static void WriteSummary(Utf8JsonWriter json, ComparisonReport report)
    {
        json.WriteStartObject("summary");
        json.WriteStartObject("changes");
        foreach (var kind in Enum.GetValues<ChangeKind>())
            json.WriteNumber(ComparisonWords.Of(kind), report.Comparison.Counts.Of(kind));
        json.WriteEndObject();
        json.WriteNumber("newAtGate", report.Comparison.Counts.NewAtGate);
        json.WriteNumber("newlyUndecided", report.Comparison.Counts.NewlyUndecided);
        json.WriteBoolean("failOnNew", report.FailsOnNew);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteEndObject();
    }
}
