using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

public sealed class SignatureCheckerTests
{
    private static readonly string AliceId = TestKeys.Alice.PublicKey.KeyId;
    private static readonly string EnvelopePath = SnapshotSignature.EnvelopePath(AliceId);
    private static readonly string KeyPath = SnapshotSignature.KeyPath(AliceId);

    [Fact]
    public void No_file_is_no_signature()
    {
        var check = Check([], TestKeys.Alice.PublicKey);
        Assert.Empty(check.States);
        Assert.Empty(check.Diagnostics);
    }

    [Fact]
    public void Trust_comes_from_the_user_alone()
    {
        var files = TestKeys.SignedBy(TestKeys.AliceKey);

        AssertState(AliceId, SignatureStatus.Valid, isTrusted: false, Check(files));
        AssertState(AliceId, SignatureStatus.Valid, isTrusted: false, Check(files, TestKeys.BobKey.PublicKey));
        AssertState(
            AliceId, SignatureStatus.Valid, isTrusted: true,
            Check(files, TestKeys.BobKey.PublicKey, TestKeys.Alice.PublicKey));
    }

    [Fact]
    public void Several_sign_and_stand_in_the_order_of_their_key_ids()
    {
        var check = Check(TestKeys.SignedBy(TestKeys.AliceKey, TestKeys.BobKey), TestKeys.BobKey.PublicKey);

        string[] ids = [AliceId, TestKeys.BobKey.PublicKey.KeyId];
        Assert.Equal(ids.Order(StringComparer.Ordinal), check.States.Select(state => state.KeyId));
        Assert.Equal(TestKeys.BobKey.PublicKey.KeyId, Assert.Single(check.States, state => state.IsTrusted).KeyId);
        Assert.Empty(check.Diagnostics);
    }

    [Fact]
    public void A_signature_over_another_snapshot_is_damage()
    {
        byte[] other = [.. TestKeys.TagManifest.Span, (byte)'\n'];
        var check = SignatureChecker.Check(
            other, TestKeys.SignedBy(TestKeys.AliceKey), [TestKeys.Alice.PublicKey]);

        AssertState(AliceId, SignatureStatus.Damaged, isTrusted: false, check);
        AssertOne(check, "PE6104", EnvelopePath, 0, 0);
    }

    [Fact]
    public void A_signature_of_another_key_is_invalid()
    {
        var mine = TestKeys.SignedBy(TestKeys.AliceKey);
        var envelope = new DsseEnvelope(
            Dsse.PayloadType, TestKeys.TagManifest, AliceId,
            TestKeys.BobKey.Sign(Dsse.PreAuthenticationEncoding(Dsse.PayloadType, TestKeys.TagManifest.Span)));
        var check = Check([new BagFile(EnvelopePath, envelope.Write()), mine[1]], TestKeys.Alice.PublicKey);

        AssertState(AliceId, SignatureStatus.Invalid, isTrusted: false, check);
        AssertOne(check, "PE6105", EnvelopePath, 0, 0);
    }

    [Fact]
    public void Bytes_that_are_no_signature_at_all_are_invalid()
    {
        var envelope = new DsseEnvelope(Dsse.PayloadType, TestKeys.TagManifest, AliceId, new byte[] { 1, 2, 3 });
        var check = Check([new BagFile(EnvelopePath, envelope.Write()), TestKeys.SignedBy(TestKeys.AliceKey)[1]]);

        Assert.Equal(SignatureStatus.Invalid, Assert.Single(check.States).Status);
        AssertOne(check, "PE6105", EnvelopePath, 0, 0);
    }

    [Fact]
    public void The_payload_type_is_signed_too()
    {
        const string Type = "application/vnd.policyeval.report";
        var signature = TestKeys.AliceKey.Sign(Dsse.PreAuthenticationEncoding(Type, TestKeys.TagManifest.Span));
        var envelope = new DsseEnvelope(Type, TestKeys.TagManifest, AliceId, signature);
        var check = Check([new BagFile(EnvelopePath, envelope.Write()), TestKeys.SignedBy(TestKeys.AliceKey)[1]]);

        AssertOne(check, "PE6104", EnvelopePath, 0, 0);
    }

    [Theory]
    [InlineData(0, "pub.pem")]
    [InlineData(1, "dsse.json")]
    public void Half_a_signature_is_damage(int kept, string missing)
    {
        var check = Check([TestKeys.SignedBy(TestKeys.AliceKey)[kept]], TestKeys.Alice.PublicKey);

        AssertState(AliceId, SignatureStatus.Damaged, isTrusted: false, check);
        AssertOne(check, "PE6101", kept == 0 ? EnvelopePath : KeyPath, 0, 0);
        Assert.Equal($"signatures/{AliceId}.{missing}", Assert.Single(check.Diagnostics[0].Arguments));
    }

    [Fact]
    public void Files_under_the_name_of_another_key_are_damage()
    {
        var mine = TestKeys.SignedBy(TestKeys.AliceKey);
        var other = new string('0', 64);
        var check = Check(
        [
            new BagFile(SnapshotSignature.EnvelopePath(other), mine[0].Bytes),
            new BagFile(SnapshotSignature.KeyPath(other), mine[1].Bytes),
        ]);

        AssertState(other, SignatureStatus.Damaged, isTrusted: false, check);
        Assert.Equal(["PE6106", "PE6106"], check.Diagnostics.Select(d => d.Id));
        Assert.All(check.Diagnostics, d => Assert.Equal(AliceId, d.Arguments[1]));
    }

    [Theory]
    [InlineData("signatures/README.txt")]
    [InlineData("signatures/tagmanifest.tst")]
    [InlineData("signatures/x/0000000000000000000000000000000000000000000000000000000000000000.pub.pem")]
    [InlineData("signatures/000000000000000000000000000000000000000000000000000000000000000A.pub.pem")]
    [InlineData("signatures/0000000000000000000000000000000000000000000000000000000000000000.pub.pem\n")]
    public void An_unknown_file_is_named(string path)
    {
        var check = Check(
            [.. TestKeys.SignedBy(TestKeys.AliceKey), new BagFile(path, "x"u8.ToArray())], TestKeys.Alice.PublicKey);

        AssertOne(check, "PE6100", path, 0, 0);
        Assert.True(Assert.Single(check.States).IsTrusted);
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_found_and_named()
    {
        var files = TestKeys.SignedBy(TestKeys.AliceKey);
        for (var index = 0; index < files.Count; index++)
        {
            for (var offset = 0; offset < files[index].Bytes.Length; offset++)
            {
                var bytes = files[index].Bytes.ToArray();
                bytes[offset] ^= (byte)(1 << (offset % 8));
                var changed = files.ToArray();
                changed[index] = files[index] with { Bytes = bytes };

                var check = Check(changed, TestKeys.Alice.PublicKey);
                Assert.True(check.Diagnostics.Length > 0, $"{files[index].Path}, offset {offset}");
                Assert.Contains(check.Diagnostics, d => d.File == files[index].Path);
                Assert.DoesNotContain(check.States, state => state.IsTrusted);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void A_key_that_is_none_is_damage(string pem)
    {
        var check = Check(
            [TestKeys.SignedBy(TestKeys.AliceKey)[0], new BagFile(KeyPath, Encoding.ASCII.GetBytes(pem))]);

        Assert.Equal(SignatureStatus.Damaged, Assert.Single(check.States).Status);
        AssertOne(check, pem.Length == 0 ? "PE6111" : "PE6114", KeyPath, 1, 1);
    }

    [Fact]
    public void A_key_with_other_line_ends_is_damage()
    {
        var mine = TestKeys.SignedBy(TestKeys.AliceKey);
        var pem = Encoding.ASCII.GetString(mine[1].Bytes.Span).ReplaceLineEndings("\r\n");
        var check = Check([mine[0], new BagFile(KeyPath, Encoding.ASCII.GetBytes(pem))]);

        AssertOne(check, "PE6103", KeyPath, 1, 27);
    }

    [Fact]
    public void A_crowd_of_signers_is_refused()
    {
        var files = Enumerable.Range(0, 101)
            .Select(i => new BagFile($"signatures/{i:x64}.pub.pem", TestKeys.Alice.PublicKey.Pem()));
        var check = Check([.. files]);

        AssertOne(check, "PE6107", "signatures/", 0, 0);
        Assert.Empty(check.States);
    }

    [Fact]
    public void A_huge_envelope_is_refused()
    {
        var mine = TestKeys.SignedBy(TestKeys.AliceKey);
        byte[] huge = [.. mine[0].Bytes.Span, .. new byte[64 * 1024]];
        AssertOne(Check([new BagFile(EnvelopePath, huge), mine[1]]), "PE6107", EnvelopePath, 0, 0);
    }

    private static void AssertState(string keyId, SignatureStatus status, bool isTrusted, SignatureCheck check) =>
        Assert.Equal(new SignatureState(keyId, status, isTrusted), Assert.Single(check.States));

    private static SignatureCheck Check(IReadOnlyList<BagFile> files, params PublicKey[] trusted) =>
        SignatureChecker.Check(TestKeys.TagManifest, files, trusted);

    private static void AssertOne(SignatureCheck check, string id, string file, int line, int column)
    {
        var diagnostic = Assert.Single(check.Diagnostics);
        Assert.Equal((id, file, line, column), (diagnostic.Id, diagnostic.File, diagnostic.Line, diagnostic.Column));
    }
}
