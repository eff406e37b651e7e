using CsCheck;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>
/// Any one change to a snapshot is found, and what was changed is named. CsCheck prints the seed of what it finds.
/// </summary>
public sealed class BagDamageTests : IDisposable
{
    private const string TagManifest = "tagmanifest-sha256.txt";

    private static readonly BagFile[] Files = [.. SampleBag.Sealed.Files];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_changed_byte_in_a_folder_is_found_and_its_file_is_named()
    {
        var bag = _folder.Write(BagForm.Folder);
        var places = Files.Where(file => file.Bytes.Length > 0)
            .SelectMany(file => Enumerable.Range(0, file.Bytes.Length).Select(at => (file, at))).ToArray();
        Gen.Select(Gen.OneOf(places), Gen.Int[1, 255]).Sample(
            (place, difference) =>
            {
                var bytes = place.file.Bytes.ToArray();
                bytes[place.at] ^= (byte)difference;
                return ChangedAndNamed(bag, place.file, bytes);
            },
            iter: 1_000, threads: 1, print: Print);
    }

    [Fact]
    public void Bytes_cut_off_added_or_taken_out_are_found_and_their_file_is_named()
    {
        var bag = _folder.Write(BagForm.Folder);
        Gen.Select(Gen.OneOf(Files), Gen.Int[0, 1 << 20], Gen.Int[0, 3], Gen.Byte).Sample(
            (file, number, kind, value) =>
            {
                var (bytes, at) = (file.Bytes.ToArray(), number % (file.Bytes.Length + 1));
                byte[] changed = kind switch
                {
                    0 => bytes[..at],
                    1 => bytes[at..],
                    2 => [.. bytes[..at], value, .. bytes[at..]],
                    _ => [.. bytes[..at], .. bytes[Math.Min(at + 1, bytes.Length)..]],
                };
                return changed.AsSpan().SequenceEqual(bytes) || ChangedAndNamed(bag, file, changed);
            },
            iter: 500, threads: 1);
    }

    [Fact]
    public void A_file_removed_or_renamed_is_found_and_named()
    {
        var bag = _folder.Write(BagForm.Folder);
        string[] names = ["data/x.json", "x.txt", "data/raw/iam/x.xml", "snapshots.json", "data/users.json"];
        Gen.Select(Gen.OneOf(Files), Gen.OneOf((string[])[.. names, ""])).Sample(
            (file, to) =>
            {
                var path = Path.Combine(bag, file.Path);
                var moved = Path.Combine(to.Length > 0 ? bag : _folder.Path, to.Length > 0 ? to : "away");
                File.Move(path, moved);
                var (digest, diagnostics) = Check(bag);
                File.Move(moved, path);
                return digest.Length == 0
                    && diagnostics.Exists(d => d.File == file.Path || d.Message.Contains(file.Path, StringComparison.Ordinal));
            },
            iter: 100, threads: 1);
    }

    [Fact]
    public void An_added_file_is_found_and_named()
    {
        var bag = _folder.Write(BagForm.Folder);
        Gen.Select(Gen.OneOf("", "data/", "data/raw/", "data/new/"), Gen.String[Gen.Char["abXY09._-"], 1, 12]).Sample(
            (folder, name) =>
            {
                var path = Path.Combine(bag, folder + name);
                if (Path.Exists(path) || name is "." or "..")
                    return true;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, name);
                var (digest, diagnostics) = Check(bag);
                File.Delete(path);
                return digest.Length == 0 && diagnostics.Exists(d => d.File == folder + name);
            },
            iter: 200, threads: 1);
    }

    [Fact]
    public void A_changed_byte_in_a_zip_is_found_and_its_file_or_the_zip_is_named()
    {
        var signed = SampleBag.Sealed.With([SampleBag.File("signatures/0a.dsse.json", "{\"payload\": \"\"}\n")]);
        var zip = File.ReadAllBytes(_folder.Write(BagForm.Zip, signed));
        var owners = OwnersOf(zip, signed);
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Int[1, 255]).Sample(
            (at, difference) =>
            {
                var changed = (byte[])zip.Clone();
                changed[at] ^= (byte)difference;
                var (digest, diagnostics) = Check(_folder.Write("changed.zip", changed));
                return digest.Length == 0 && (owners[at] is { } owner
                    ? diagnostics.Exists(d => d.File == owner && d.Id == "PE6081")
                    : diagnostics.Exists(d => d.Id is "PE6076" or "PE6077" or "PE6079" or "PE6081" or "PE6082" or "PE6083"));
            },
            iter: 5_000, threads: 1);
    }

    [Fact]
    public void A_changed_byte_in_a_zip_of_another_program_is_found_or_changes_nothing()
    {
        var zip = HandmadeZip.OfSample().ToArray();
        var found = 0;
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Int[1, 255]).Sample(
            (at, difference) =>
            {
                var changed = (byte[])zip.Clone();
                changed[at] ^= (byte)difference;
                var diagnostics = new SnapshotDiagnosticBag(10);
                using var bag = BagReader.Open(
                    _folder.Write("changed.zip", changed), SnapshotLimits.Default, diagnostics);
                if (bag is null || !BagChecker.Check(bag, diagnostics).IsIntact)
                {
                    found++;
                    return diagnostics.Errors > 0;
                }

                return Array.TrueForAll(Files, file => bag.Read(file.Path)!.Bytes.SequenceEqual(file.Bytes.Span));
            },
            iter: 2_000, threads: 1);
        Assert.InRange(found, 1_000, 1_999);
    }

    private static string Print(((BagFile File, int At) Place, int Difference) change) =>
        $"{change.Place.File.Path} byte {change.Place.At} xor {change.Difference}";

    private static bool ChangedAndNamed(string bag, BagFile file, byte[] bytes)
    {
        var path = Path.Combine(bag, file.Path);
        File.WriteAllBytes(path, bytes);
        var (digest, diagnostics) = Check(bag);
        File.WriteAllBytes(path, file.Bytes.ToArray());

        // What the tag manifest says cannot be told from what it says it of; the message names both.
        return digest.Length == 0 && diagnostics.Exists(d => d.File == file.Path
            || (file.Path == TagManifest && d.Message.Contains(TagManifest, StringComparison.Ordinal)));
    }

    private static (string Digest, List<SnapshotDiagnostic> Diagnostics) Check(string path)
    {
        var diagnostics = new SnapshotDiagnosticBag(100);
        using var bag = BagReader.Open(path, SnapshotLimits.Default, diagnostics);
        var digest = bag is not null && BagChecker.Check(bag, diagnostics) is { IsIntact: true } check ? check.Digest : "";
        return (digest, [.. diagnostics.ToImmutable()]);
    }

    /// <summary>Of each byte of the zip the file whose content it is, or null.</summary>
    private static string?[] OwnersOf(byte[] zip, SealedBag bag)
    {
        var owners = new string?[zip.Length];
        var offset = 0;
        foreach (var file in bag.Files)
        {
            offset += 30 + SampleBag.Name.Length + 1 + file.Path.Length;
            Array.Fill(owners, file.Path, offset, file.Bytes.Length);
            offset += file.Bytes.Length;
        }

        return owners;
    }
}
