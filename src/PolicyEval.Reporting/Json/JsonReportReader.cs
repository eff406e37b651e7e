using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PolicyEval.Reporting.Json;

/// <summary>Finds findings in a report that <see cref="JsonReportWriter"/> wrote, one after the other.</summary>
public static class JsonReportReader
{
    private const string Major = "1.";

    /// <summary>The findings that fit, in the order of the report.</summary>
    /// <param name="report">The bytes of the report.</param>
    /// <param name="fits">Which findings.</param>
    /// <exception cref="JsonException">This is no such report; the message says why, in a clause.</exception>
    public static ImmutableArray<ReportedFinding> Find(ReadOnlySpan<byte> report, Predicate<ReportedFinding> fits)
    {
        try
        {
            return Read(report, fits);
        }
        catch (InvalidOperationException wrong)
        {
            // So the reader calls a string with half a surrogate pair.
            throw new JsonException(wrong.Message, wrong);
        }
    }

    private static ImmutableArray<ReportedFinding> Read(ReadOnlySpan<byte> report, Predicate<ReportedFinding> fits)
    {
        if (report.StartsWith(Encoding.UTF8.Preamble))
            report = report[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(report);
        Expect(ref reader, JsonTokenType.StartObject);
        var instants = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<ReportedFinding>();
        var (hasVersion, hasFindings) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (name == "formatVersion")
                hasVersion = CheckVersion(ref reader);
            else if (name == "snapshots")
                ReadSnapshots(ref reader, instants);
            else if (name == "findings")
                hasFindings = ReadFindings(ref reader, instants, fits, found);
            else
                reader.Skip();
        }
        return hasVersion && hasFindings
            ? found.ToImmutable()
            : throw new JsonException("it has no \"formatVersion\" or no \"findings\"");
    }

    private static bool CheckVersion(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String);
        return reader.GetString()!.StartsWith(Major, StringComparison.Ordinal)
            ? true
            : throw new JsonException($"its format is not version {Major}x");
    }

    private static void ReadSnapshots(ref Utf8JsonReader reader, Dictionary<string, string> instants)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var snapshot = JsonDocument.ParseValue(ref reader);
            instants[JsonText.Of(snapshot.RootElement, "digest")] = JsonText.Of(snapshot.RootElement, "asOf");
        }
    }

    private static bool ReadFindings(
        ref Utf8JsonReader reader,
        Dictionary<string, string> instants,
        Predicate<ReportedFinding> fits,
        ImmutableArray<ReportedFinding>.Builder found)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var finding = ReportedFinding.Of(document.RootElement, instants);
            if (fits(finding))
                found.Add(finding);
        }
        return true;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
            throw new JsonException("it has another form");
    }
}
