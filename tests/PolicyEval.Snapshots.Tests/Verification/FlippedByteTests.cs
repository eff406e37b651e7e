using CsCheck;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Tests.Sealing;
using PolicyEval.Snapshots.Tests.Signatures;
using PolicyEval.Snapshots.Verification;
using PolicyEval.Testing;

namespace PolicyEval.Snapshots.Tests.Verification;

/// <summary>Any byte of any file of a snapshot, changed to any other value, is found and the file is named.</summary>
public sealed class FlippedByteTests : IDisposable
{
    private readonly Testing.TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_changed_byte_anywhere_is_found_by_verify_and_by_evaluate()
    {
        var key = TestKeys.AliceKey;
        var sample = SampleCollection.Account(new CredentialReportText().Root().User("alice"), "alice").Compose();
        var root = SealedSample.Seal(_folder.Path, sample, key: key);
        var options = new VerifyOptions { TrustedKeys = [key.PublicKey] };
        Assert.Equal(VerificationVerdict.Trusted, SnapshotVerifier.Verify(root, options).Verdict);
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();

        var change =
            from file in Gen.Int[0, files.Length - 1]
            from place in Gen.Double[0, 1]
            from value in Gen.Byte[1, 255]
            select (file, place, value);
        change.Sample(
            given =>
            {
                var file = files[given.file];
                var original = File.ReadAllBytes(file);
                var changed = (byte[])original.Clone();
                changed[(int)(given.place * (original.Length - 1))] ^= given.value;
                File.WriteAllBytes(file, changed);
                var name = Path.GetRelativePath(root, file).Replace('\\', '/');
                var verification = SnapshotVerifier.Verify(root, options);
                var evaluated = Snapshot.Open(root, options);
                File.WriteAllBytes(file, original);
                return verification.Verdict == VerificationVerdict.Damaged
                    && evaluated.Snapshot is null
                    && Names(verification.Diagnostics, name)
                    && Names(evaluated.Diagnostics, name);
            },
            iter: 400,
            threads: 1);
    }

    /// <summary>A manifest's line may be told by the file that it lists.</summary>
    private static bool Names(IEnumerable<SnapshotDiagnostic> diagnostics, string name) =>
        diagnostics.Any(found => found.Severity == SnapshotSeverity.Error
            && (found.File == name || found.Message.Contains(name, StringComparison.Ordinal)));
}
