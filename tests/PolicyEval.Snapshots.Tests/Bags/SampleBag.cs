using System.Collections.Immutable;
using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Diagnostics;
using PolicyEval.Snapshots.Sources;

namespace PolicyEval.Snapshots.Tests.Bags;

/// <summary>A small bag, and checking one.</summary>
internal static class SampleBag
{
    public const string Name = "2026-01-02T030405Z";

    public static SealedBag Sealed { get; } = Content().Seal();

    public static BagContent Content(params BagFile[] more)
    {
        ImmutableArray<BagFile> payload =
        [
            File("data/credential-report.csv", "user,arn\n<root_account>,arn:aws:iam::111122223333:root\n"),
            File("data/collection.jsonl", "{}\n"),
            File("data/raw/iam/GetAccountSummary/0001.xml", "<GetAccountSummaryResponse/>"),
            File("data/empty.json", ""),
            .. more,
        ];
        return new BagContent
        {
            Payload = payload,
            Document = Encoding.UTF8.GetBytes("{\n  \"format\": \"policyeval-snapshot/1\"\n}\n"),
            Instructions = Encoding.UTF8.GetBytes("sha256sum -c --strict manifest-sha256.txt tagmanifest-sha256.txt\n"),
            Info = new BagInfo
            {
                SoftwareAgent = "policyeval-collect 0.1.0",
                Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                ExternalIdentifier = "111122223333/" + Name,
            }.Write(payload),
        };
    }

    public static BagFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes the sample; gives its path.</summary>
    public static string Write(this TemporaryFolder folder, BagForm form, SealedBag? bag = null)
    {
        var target = Path.Combine(folder.Path, form == BagForm.Zip ? Name + ".zip" : Name);
        var result = BagWriter.Write(bag ?? Sealed, target, form);
        Assert.Empty(result.Diagnostics);
        Assert.True(result.IsWritten);
        return target;
    }

    /// <summary>The digest of what is intact (or empty), and each finding as <c>PE6087 file 0:0</c>.</summary>
    public static (string Digest, string[] Findings) Check(string path, SnapshotLimits? limits = null)
    {
        var diagnostics = new SnapshotDiagnosticBag(100);
        var digest = "";
        using (var bag = BagReader.Open(path, limits ?? SnapshotLimits.Default, diagnostics))
        {
            if (bag is not null && BagChecker.Check(bag, diagnostics) is { IsIntact: true } intact)
                digest = intact.Digest;
        }

        return (digest, [.. diagnostics.ToImmutable().Select(d => $"{d.Id} {d.File} {d.Line}:{d.Column}")]);
    }
}
