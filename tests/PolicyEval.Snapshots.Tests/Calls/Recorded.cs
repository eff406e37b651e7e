using System.Globalization;
using System.Text;
using PolicyEval.Snapshots.Calls;

namespace PolicyEval.Snapshots.Tests.Calls;

/// <summary>A collection made by hand: calls with their answers, in the order in which they are added.</summary>
internal sealed class Recorded
{
    private readonly Dictionary<string, byte[]> _pages = new(StringComparer.Ordinal);

    public List<CallRecord> Records { get; } = [];

    public static string Xml(string action, string result) =>
        $"<{action}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><{action}Result>{result}"
        + $"</{action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></{action}Response>";

    /// <summary>Adds an answer: the inside of <c>…Result</c>, or a whole JSON body.</summary>
    public Recorded Answer(ApiOperation operation, string result, params (string Name, string Value)[] parameters) =>
        Body(operation, operation.IsJson ? result : Xml(operation.Action, result), null, parameters);

    public Recorded Failure(ApiOperation operation, string code, params (string Name, string Value)[] parameters) =>
        Body(operation, null, new CallError(code, $"{code} it was."), parameters);

    public Recorded Body(
        ApiOperation operation, string? body, CallError? error, params (string Name, string Value)[] parameters)
    {
        var sequence = Records.Count + 1;
        string? file = null;
        if (body is not null)
        {
            var number = sequence.ToString("D4", CultureInfo.InvariantCulture);
            file = $"{operation.RawFolder}/{number}.{(operation.IsJson ? "json" : "xml")}";
            _pages.Add(file, Encoding.UTF8.GetBytes(body));
        }

        Records.Add(new CallRecord
        {
            Sequence = sequence,
            Operation = operation,
            Parameters = [.. parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))],
            SentAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            File = file,
            Error = error,
        });
        return this;
    }

    public IReadOnlyList<DerivedFile> Derive() => AnswerDerivation.Derive(Records, path => _pages[path]);

    /// <summary>The text of a derived file, or null where there is none of that name.</summary>
    public string? Text(string name) =>
        Derive().FirstOrDefault(file => file.Name == name) is { } found
            ? Encoding.UTF8.GetString(found.Bytes.Span)
            : null;
}
