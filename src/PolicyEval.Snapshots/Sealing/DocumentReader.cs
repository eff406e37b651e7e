using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Calls;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Sealing;

/// <summary>
/// Reads the facts of <c>snapshot.json</c>. The rest of it is not read: a verifier derives it and compares.
/// </summary>
internal sealed class DocumentReader(Source source, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics)
{
    private const int DigestDigits = 64;
    private const int TextMax = 4096;
    private bool _bad;

    /// <summary>The facts, or null after a diagnostic.</summary>
    public SnapshotFacts? Read()
    {
        if (!TextCheck.Holds(source, diagnostics)
            || new JsonTextReader(source, limits, diagnostics).Read() is not { } json)
        {
            return null;
        }

        var root = json.Root;
        if (Text(root, "format") is not { } format)
            return null;
        if (format != SnapshotDocument.Format)
        {
            var place = root.Find("format")!.Value.Place;
            diagnostics.Report(
                SealingDescriptors.OtherFormat, source.Name, place, "format", format, SnapshotDocument.Format);
            return null;
        }

        var facts = new SnapshotFacts
        {
            Kind = Word<SnapshotKind>(root, "kind", DocumentWords.Of),
            Origin = Word<SnapshotOrigin>(root, "origin", DocumentWords.Of),
            Account = Text(root, "account") ?? "",
            Partition = Text(root, "partition") ?? "",
            Assertion = root.Find("assertion") is null ? null : ReadAssertion(root),
            Producer = Text(root, "producer") ?? "",
            StartedAt = Time(root, "time/startedAt"),
            EndedAt = Time(root, "time/endedAt"),
            Plan = ReadPlan(root),
            Previous = root.Find("previous") is null ? null : ReadPrevious(root),
            Words = ReadWords(root),
        };
        if (facts.EndedAt < facts.StartedAt)
            Refuse(root.Find("time/endedAt"), "time/endedAt", "before startedAt", "a later instant");
        if ((facts.Origin == SnapshotOrigin.Asserted) != (facts.Assertion is not null))
            Refuse(root.Find("origin"), "origin", "at odds with 'assertion'", "an assertion exactly where asserted");
        return _bad ? null : facts;
    }

    private static SnapshotWords ReadWords(JsonCell root)
    {
        var problem = root.Find("completeness/calls")?.Children()
            .Where(call => call.Find("error/code")?.Text == CallErrors.UnusableReport)
            .Select(call => call.Find("error/message")?.Text).FirstOrDefault();
        return new SnapshotWords(
            [.. root.Find("warnings")?.Children().Select(warning => warning.Text) ?? []],
            root.Find("reconciliation/explanation")?.Text ?? "",
            problem ?? "");
    }

    private SnapshotAssertion ReadAssertion(JsonCell root) => new(
        Text(root, "assertion/by") ?? "", Time(root, "assertion/at"), Text(root, "assertion/note") ?? "");

    private PreviousSnapshot ReadPrevious(JsonCell root)
    {
        var digest = Text(root, "previous/digest") ?? "";
        if (digest.Length != DigestDigits || !digest.All(char.IsAsciiHexDigitLower))
            Refuse(root.Find("previous/digest"), "previous/digest", "no digest", "64 lower-case hexadecimal digits");
        return new PreviousSnapshot(digest, Time(root, "previous/startedAt"));
    }

    private ImmutableArray<ApiOperation> ReadPlan(JsonCell root)
    {
        var plan = ImmutableArray.CreateBuilder<ApiOperation>();
        if (root.Find("plan") is not { Kind: JsonCellKind.Array } cells)
        {
            Refuse(root.Find("plan"), "plan", "no list", "a list of calls");
            return [];
        }

        foreach (var cell in cells.Children())
        {
            if (cell.Kind == JsonCellKind.String && ApiOperations.Find(cell.Text) is { } operation
                && !plan.Contains(operation))
            {
                plan.Add(operation);
            }
            else
                Refuse(cell, cell.Field, cell.Raw, "a call that the collector knows, once");
        }

        return plan.ToImmutable();
    }

    private string? Text(JsonCell root, string path)
    {
        var cell = root.Find(path);
        if (cell is { Kind: JsonCellKind.String } text && text.RawBytes.Length <= TextMax)
            return text.Text;
        Refuse(cell, path, cell is null ? "not there" : "no text, or too long", "a text");
        return null;
    }

    private DateTimeOffset Time(JsonCell root, string path)
    {
        var instant = default(DateTimeOffset);
        if (Text(root, path) is { } text && !Timestamps.TryParse(text, out instant))
            Refuse(root.Find(path), path, text, "an instant such as 2026-01-02T03:04:05.000Z");
        return instant;
    }

    private T Word<T>(JsonCell root, string path, Func<T, string> wordOf)
        where T : struct, Enum
    {
        if (Text(root, path) is not { } word)
            return default;
        if (DocumentWords.Find(word, wordOf) is { } known)
            return known;
        Refuse(root.Find(path), path, word, string.Join(" or ", Enum.GetValues<T>().Select(wordOf)));
        return default;
    }

    private void Refuse(JsonCell? cell, string path, string found, string expected)
    {
        _bad = true;
        diagnostics.Report(
            SealingDescriptors.BadDocument, source.Name, cell?.Place ?? (1, 1), path, path, found, expected);
    }
}
