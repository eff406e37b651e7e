using System.Text;
using CsCheck;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Sources;

/// <summary>Damage is found piece by piece as it is found in a text that is looked at as a whole.</summary>
public sealed class TextDamageTests
{
    private static readonly Gen<byte[]> Texts =
        from pieces in Gen.OneOf<byte[]>(
            "ab"u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(), "é"u8.ToArray(), "😀"u8.ToArray(),
            "x,y,z and so on"u8.ToArray()).Array[1, 30]
        from damage in Gen.OneOf<byte[]>([], [], [0], [0xFF], "\r"u8.ToArray(), [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80])
        from other in Gen.OneOf<byte[]>([], [], [0], [0xFF], "\r"u8.ToArray())
        from at in Gen.Int[0, 30]
        from then in Gen.Int[0, 30]
        select pieces.Take(at).Append(damage).Concat(pieces.Skip(at).Take(then)).Append(other)
            .Concat(pieces.Skip(at + then)).SelectMany(piece => piece).ToArray();

    [Fact]
    public void Pieces_of_any_size_tell_the_same_damage() => Texts.Sample(
        bytes =>
        {
            var expected = Whole(bytes);
            foreach (var size in (int[])[8, 9, 11, 16, 64, 1000])
            {
                var damage = new TextDamage(new MemoryBytes(bytes), "x", size).Find(0, 1, CancellationToken.None);
                Assert.Equal(expected, damage?.ToString());
            }
        },
        iter: 3000);

    /// <summary>A NUL, else what a strict decoder refuses, else a lone carriage return.</summary>
    private static string? Whole(byte[] bytes)
    {
        var nul = Array.IndexOf(bytes, (byte)0);
        if (nul >= 0)
            return Told(SnapshotDescriptors.NulByte, bytes, nul);
        var valid = 0;
        while (valid < bytes.Length && Rune.DecodeFromUtf8(bytes.AsSpan(valid), out _, out var length) == 0)
            valid += length;
        if (valid < bytes.Length)
            return Told(SnapshotDescriptors.InvalidUtf8, bytes, valid, bytes[valid].ToString("X2", null));
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n'))
                return Told(SnapshotDescriptors.LoneCarriageReturn, bytes, at);
        }

        return null;
    }

    private static string Told(SnapshotDescriptor descriptor, byte[] bytes, int at, params string[] arguments)
    {
        var before = Encoding.UTF8.GetString(bytes, 0, at);
        var (line, column) = (1 + before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n'));
        return new SnapshotDiagnostic(descriptor, "x", line, column, "", [.. arguments]).ToString();
    }
}
