using System.IO.Compression;
using System.Text;
using PolicyEval.Snapshots.Bags;

namespace PolicyEval.Testing;

/// <summary>Packs that somebody wrote anew with other content, and all hashes right again, as a forger would.</summary>
public static class ForgedPack
{
    /// <summary>Changes, adds or (null) removes one file of a pack, and gives the path of the new one.</summary>
    public static string Change(string pack, string target, string path, Func<string, string?> change) =>
        ChangeBytes(pack, target, path, bytes =>
            change(Encoding.UTF8.GetString(bytes)) is { } text ? Encoding.UTF8.GetBytes(text) : null);

    /// <summary>The same of bytes.</summary>
    public static string ChangeBytes(string pack, string target, string path, Func<byte[], byte[]?> change)
    {
        var files = FilesOf(pack);
        var changed = change(files.GetValueOrDefault(path, []));
        files.Remove(path);
        if (changed is not null)
            files.Add(path, changed);
        var payload = files.Where(file => file.Key.StartsWith(BagLayout.Data, StringComparison.Ordinal))
            .Select(file => new BagFile(file.Key, file.Value)).ToList();
        var bag = new BagContent
        {
            Kind = BagKind.Pack,
            Payload = [.. payload],
            Document = files[BagLayout.PackDocument],
            Instructions = files[BagLayout.Instructions],
            Info = new BagInfo { SoftwareAgent = "a forger", ExternalIdentifier = "forged" }.Write(payload),
        }.Seal();
        var written = BagWriter.Write(bag, target, BagForm.Zip);
        return written.IsWritten ? target : throw new InvalidOperationException(string.Join('\n', written.Diagnostics));
    }

    /// <summary>The files of a pack by their paths in it.</summary>
    public static Dictionary<string, byte[]> FilesOf(string pack)
    {
        using var zip = ZipFile.OpenRead(pack);
        return zip.Entries.ToDictionary(
            entry => entry.FullName[(entry.FullName.IndexOf('/', StringComparison.Ordinal) + 1)..], BytesOf,
            StringComparer.Ordinal);
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
