using System.Collections.Immutable;
using PolicyEval.Snapshots.Answers;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Sources;
using PolicyEval.Snapshots.Trees;

namespace PolicyEval.Snapshots.Packs;

/// <summary>Reads <c>pack.json</c>.</summary>
internal sealed class PackDocumentReader(Source source, SnapshotLimits limits, SnapshotDiagnosticBag diagnostics)
{
    private static readonly PackedFileKind[] Needed = [PackedFileKind.Results, PackedFileKind.Report];

    private bool _bad;

    /// <summary>What it says, or null after a diagnostic.</summary>
    public PackDocument? Read()
    {
        if (!TextCheck.Holds(source, diagnostics)
            || new JsonTextReader(source, limits, diagnostics).Read() is not { } json)
        {
            return null;
        }

        var root = json.Root;
        if (Text(root, "format") is not { } format)
            return null;
        if (format != PackDocument.Format)
        {
            Refuse(root.Find("format"), "format", format, PackDocument.Format);
            return null;
        }

        var document = new PackDocument
        {
            Producer = Text(root, "producer") ?? "",
            IsOfTree = Flag(root, "tree"),
            Snapshots = SnapshotsIn(root, "snapshots"),
            Organizations = SnapshotsIn(root, "organizations"),
            LeftOut = [.. ItemsOf(root, "leftOut").Select(LeftOutOf)],
            Files = [.. ItemsOf(root, "files").Select(PlaceOf)],
        };
        foreach (var kind in document.Files.GroupBy(file => file.Kind).Where(kind => kind.Count() > 1))
        {
            if (!PackWords.MayRepeat(kind.Key))
                Refuse(root.Find("files"), "files", $"a list with two of '{PackWords.Of(kind.Key)}'", "one");
        }

        foreach (var kind in Needed.Where(kind => document.Files.All(file => file.Kind != kind)))
            Refuse(root.Find("files"), "files", $"a list without '{PackWords.Of(kind)}'", "one");
        return _bad ? null : document;
    }

    private ImmutableArray<PackedSnapshot> SnapshotsIn(JsonCell root, string path) =>
    [
        .. ItemsOf(root, path).Select(item => new PackedSnapshot(
            Text(item, "name") ?? "", Word<PackedForm>(item, "form", PackWords.Of), PathOf(item),
            Text(item, "digest") ?? "")),
    ];

    private LeftOutSnapshot LeftOutOf(JsonCell item) => new(
        Text(item, "place") ?? "", Text(item, "account") ?? "", item.Find("time") is null ? null : Time(item),
        Word<LeftOutReason>(item, "reason", PackWords.Of), Text(item, "for") ?? "");

    private DateTimeOffset Time(JsonCell item)
    {
        var instant = default(DateTimeOffset);
        if (Text(item, "time") is { } text && !Timestamps.TryParse(text, out instant))
            Refuse(item.Find("time"), "time", text, "an instant such as 2026-01-02T03:04:05.000Z");
        return instant;
    }

    private PackedPlace PlaceOf(JsonCell item) => new(
        Word<PackedFileKind>(item, "kind", PackWords.Of), Text(item, "name") ?? "", PathOf(item));

    private IEnumerable<JsonCell> ItemsOf(JsonCell root, string path)
    {
        if (root.Find(path) is { Kind: JsonCellKind.Array } items)
            return items.Children();
        Refuse(root.Find(path), path, "not there", "a list");
        return [];
    }

    private string PathOf(JsonCell item)
    {
        var path = Text(item, "path") ?? "";
        if (path.Length > 0 && !BagLayout.IsPayload(path))
            Refuse(item.Find("path"), "path", path, "a path under data/");
        return path;
    }

    private string? Text(JsonCell cell, string path)
    {
        if (cell.Find(path) is { Kind: JsonCellKind.String } text)
            return text.Text;
        Refuse(cell.Find(path) ?? cell, path, "not there, or no text", "a text");
        return null;
    }

    private bool Flag(JsonCell cell, string path)
    {
        if (cell.Find(path)?.Bool is { } flag)
            return flag;
        Refuse(cell.Find(path), path, "not there, or no flag", "true or false");
        return false;
    }

    private T Word<T>(JsonCell cell, string path, Func<T, string> wordOf)
        where T : struct, Enum
    {
        if (Text(cell, path) is not { } word)
            return default;
        if (DocumentWords.Find(word, wordOf) is { } known)
            return known;
        Refuse(cell.Find(path), path, word, string.Join(" or ", Enum.GetValues<T>().Select(wordOf)));
        return default;
    }

    private void Refuse(JsonCell? cell, string path, string found, string expected)
    {
        _bad = true;
        diagnostics.Report(
            PackDescriptors.BadDocument, source.Name, cell?.Place ?? (1, 1), path, path, found, expected);
    }
}
