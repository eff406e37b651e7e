using CsCheck;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Sources;

public sealed class FingerprintTests
{
    [Fact]
    public void The_same_bytes_have_the_same_fingerprint_wherever_they_stand() =>
        Gen.Byte.Array[0, 10_000].Sample(
            bytes =>
            {
                byte[] moved = [1, 2, 3, .. bytes];
                Assert.Equal(Fingerprint.Of(bytes), Fingerprint.Of(moved.AsSpan(3)));
                Assert.Equal(Fingerprint.OfShort(bytes), Fingerprint.OfShort(moved.AsSpan(3)));
            },
            iter: 500);

    [Fact]
    public void A_changed_swapped_or_missing_byte_has_another_fingerprint() =>
        Gen.Select(Gen.Byte.Array[2, 10_000], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[1, 255]).Sample(
            (bytes, at, other, bits) =>
            {
                at %= bytes.Length;
                other %= bytes.Length;
                var changed = bytes.ToArray();
                changed[at] ^= (byte)bits;
                AssertDiffer(bytes, changed);
                var swapped = bytes.ToArray();
                (swapped[at], swapped[other]) = (swapped[other], swapped[at]);
                if (bytes[at] != bytes[other])
                    AssertDiffer(bytes, swapped);
                AssertDiffer(bytes, bytes[..^1]);
                AssertDiffer(bytes, [.. bytes, 0]);
            },
            iter: 2000);

    [Fact]
    public void Pieces_in_another_order_have_another_fingerprint()
    {
        var bytes = Enumerable.Range(0, 16_384).Select(i => (byte)(i * i * 31 >> 7)).ToArray();
        AssertDiffer(bytes, [.. bytes[4096..8192], .. bytes[..4096], .. bytes[8192..]]);
        AssertDiffer(bytes, [.. bytes[64..128], .. bytes[..64], .. bytes[128..]]);
        AssertDiffer(bytes, [.. bytes[32..64], .. bytes[..32], .. bytes[64..]]);
    }

    private static void AssertDiffer(byte[] bytes, byte[] other)
    {
        Assert.NotEqual(Fingerprint.Of(bytes), Fingerprint.Of(other));
        Assert.NotEqual(Fingerprint.OfShort(bytes), Fingerprint.OfShort(other));
    }
}
