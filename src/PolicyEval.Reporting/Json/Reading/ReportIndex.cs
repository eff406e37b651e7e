using System.Text.Json;
using PolicyEval.Reporting.Diagnostics;

namespace PolicyEval.Reporting.Json.Reading;

/// <summary>
/// Where the properties of a report stand, so that they are read in the order that a result has, whatever the order in
/// the file: a tool may have sorted them.
/// </summary>
internal sealed class ReportIndex
{
    private readonly ReportText _text;
    private readonly Dictionary<string, Range> _members = new(StringComparer.Ordinal);

    private ReportIndex(ReportText text) => _text = text;

    /// <summary>Finds the properties.</summary>
    /// <exception cref="UnreadableReportException">It is no JSON object.</exception>
    public static ReportIndex Of(ReportText text)
    {
        var index = new ReportIndex(text);
        try
        {
            index.Read();
        }
        catch (JsonException wrong)
        {
            throw text.SyntaxError(wrong, text.Start);
        }

        return index;
    }

    /// <summary>Whether a text is a JSON object that has a property, as far as it can be read.</summary>
    public static bool Names(ReportText text, string name)
    {
        var index = new ReportIndex(text);
        try
        {
            index.Read();
        }
        catch (Exception wrong) when (wrong is JsonException or UnreadableReportException)
        {
            return index.Has(name);
        }

        return index.Has(name);
    }

    /// <summary>Whether there is such a property.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Where the value of a property stands.</summary>
    public Range this[string name] => _members.TryGetValue(name, out var range)
        ? range
        : throw _text.Error(ReportDescriptors.NotAReport, _text.Start, $"\"{name}\" is missing");

    private void Read()
    {
        var reader = new Utf8JsonReader(_text.Bytes.Span[_text.Start..], ReportText.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw _text.Error(ReportDescriptors.NotAReport, _text.Start, "it is no JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = _text.Start + (int)reader.TokenStartIndex;
            var name = NameOf(ref reader, nameStart);
            reader.Read();
            var start = _text.Start + (int)reader.TokenStartIndex;
            reader.Skip();
            if (!_members.TryAdd(name, start..(_text.Start + (int)reader.BytesConsumed)))
                throw _text.Error(ReportDescriptors.NotAReport, nameStart, $"\"{name}\" stands there twice");
        }

        // Nothing may follow.
        reader.Read();
    }

    private string NameOf(ref Utf8JsonReader reader, int start)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw _text.Error(ReportDescriptors.NotAReport, start, "a name is no text in Unicode");
        }
    }
}
