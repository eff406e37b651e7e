using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Sealing;

/// <summary>Sealed snapshots in a folder that a test owns, and ways to forge them.</summary>
internal static class SealedSample
{
    /// <summary>Seals a collection under a name and gives the path.</summary>
    public static string Seal(
        string folder, ComposedSnapshot snapshot, string name = "night", BagForm form = BagForm.Folder,
        SigningKey? key = null)
    {
        var target = Path.Combine(folder, name + (form == BagForm.Zip ? ".zip" : ""));
        var result = SnapshotSealer.Seal(snapshot, target, new SealOptions { Form = form, Key = key });
        Assert.True(result.IsWritten, string.Join('\n', result.Diagnostics));
        return target;
    }

    /// <summary>Changes a file and makes all hashes right again, as a forger would.</summary>
    public static string Forge(string folder, ComposedSnapshot snapshot, string path, Func<string, string?> change)
    {
        var text = DocumentWriter.Write(snapshot.Document);
        var payload = snapshot.Payload.ToList();
        if (path == BagLayout.Document)
            text = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(text))!);
        else
        {
            var index = payload.FindIndex(file => file.Path == path);
            var before = index < 0 ? "" : Encoding.UTF8.GetString(payload[index].Bytes.Span);
            if (index >= 0)
                payload.RemoveAt(index);
            if (change(before) is { } after)
                payload.Add(new BagFile(path, Encoding.UTF8.GetBytes(after)));
        }

        var bag = new BagContent
        {
            Payload = [.. payload],
            Document = text,
            Instructions = "How to verify.\n"u8.ToArray(),
            Info = SnapshotSealer.InfoOf(snapshot.Document).Write(payload),
        }.Seal();
        var target = Path.Combine(folder, "forged");
        Assert.True(BagWriter.Write(bag, target, BagForm.Folder).IsWritten);
        return target;
    }
}
