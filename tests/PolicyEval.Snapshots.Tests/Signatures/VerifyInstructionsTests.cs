using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Signatures;

namespace PolicyEval.Snapshots.Tests.Signatures;

/// <summary>Runs the commands as they stand in the text, on a bag.</summary>
public sealed class VerifyInstructionsTests : IDisposable
{
    private static readonly string KeyId = TestKeys.Alice.PublicKey.KeyId;

    private readonly TemporaryFolder _folder = new();

    private string Bag => Path.Combine(_folder.Path, "bag");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_text_for_evidence_from_AWS_says_how_to_ask_AWS()
    {
        var text = VerifyInstructions.Text(isCollected: true);
        Assert.Contains("aws cloudtrail lookup-events", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"assertion\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_for_evidence_by_hand()
    {
        var text = VerifyInstructions.Text(isCollected: false);
        Assert.Contains("\"assertion\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CloudTrail", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lines_fit_a_page(bool isCollected) =>
        Assert.All(VerifyInstructions.Text(isCollected).Split('\n'), line => Assert.InRange(line.Length, 0, 120));

    [Fact]
    public void The_length_of_the_type_is_right() => Assert.Contains(
        Encoding.ASCII.GetString(Dsse.PreAuthenticationEncoding(Dsse.PayloadType, [])).Replace(" 0 ", " %d "),
        VerifyInstructions.Text(isCollected: true),
        StringComparison.Ordinal);

    [ToolsFact("sh", "sha256sum", "openssl", "find", "cut", "sort", "uniq")]
    public void The_commands_find_nothing_wrong_with_a_whole_bag()
    {
        Write();
        Assert.All(Run(0).Trim().Split('\n'), line => Assert.EndsWith(": OK", line, StringComparison.Ordinal));
        Assert.Equal("", Run(1));
        Assert.Equal($"{Digest()}  tagmanifest-sha256.txt\n", Run(2));
        Assert.Equal($"{KeyId}  -\nVerified OK\n", Run(3).Replace(" *-", "  -"));
    }

    [ToolsFact("sh", "sha256sum", "openssl", "find", "cut", "sort", "uniq")]
    public void The_commands_find_what_is_wrong()
    {
        Write();
        File.WriteAllText(Path.Combine(Bag, "data", "extra.json"), "{}");
        Directory.CreateDirectory(Path.Combine(Bag, "x\n."));
        File.WriteAllText(Path.Combine(Bag, "x\n.", "x"), "hidden from a list of lines");
        File.AppendAllText(Path.Combine(Bag, "data", "users.json"), " ");
        File.AppendAllText(Path.Combine(Bag, "tagmanifest-sha256.txt"), "\n");

        Assert.Contains("data/users.json: FAILED", Run(0), StringComparison.Ordinal);
        Assert.Contains("data/extra.json\n", Run(1), StringComparison.Ordinal);
        Assert.Contains("./x\n.", Run(1), StringComparison.Ordinal);
        Assert.Contains("Verification failure", Run(3), StringComparison.OrdinalIgnoreCase);
    }

    private void Write()
    {
        ImmutableArray<BagFile> payload =
            [new BagFile("data/users.json", "{}"u8.ToArray()), new BagFile("data/raw/a/0001.xml", "<a/>"u8.ToArray())];
        var info = new BagInfo { SoftwareAgent = "test", Time = DateTimeOffset.UnixEpoch, ExternalIdentifier = "bag" };
        var bag = new BagContent
        {
            Payload = payload,
            Document = "{}"u8.ToArray(),
            Instructions = Encoding.UTF8.GetBytes(VerifyInstructions.Text(isCollected: true)),
            Info = info.Write(payload),
        }.Seal();
        var signed = bag.With(SnapshotSignature.Sign(bag.TagManifest, TestKeys.AliceKey));
        Assert.True(BagWriter.Write(signed, Bag, BagForm.Folder).IsWritten);
        _folder.Write("alice.pub.pem", TestKeys.Alice.PublicKey.Pem());
    }

    private string Digest() => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(Bag, "tagmanifest-sha256.txt"))));

    /// <summary>Runs the commands of a step, its name taken for the key and the key id.</summary>
    private string Run(int step)
    {
        var commands = Steps()[step]
            .Replace("KEYID", KeyId, StringComparison.Ordinal)
            .Replace(" KEY ", " ../alice.pub.pem ", StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", commands])
        {
            WorkingDirectory = Bag,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + (step == 3 ? error.Result : "");
        process.WaitForExit();
        return output;
    }

    /// <summary>The indented lines behind each number.</summary>
    private static List<string> Steps()
    {
        var steps = new List<string>();
        foreach (var line in VerifyInstructions.Text(isCollected: true).Split('\n'))
        {
            if (line.StartsWith("Windows", StringComparison.Ordinal))
                break;
            if (line is [>= '1' and <= '9', '.', ..])
                steps.Add("");
            else if (steps.Count > 0 && line.StartsWith("    ", StringComparison.Ordinal))
                steps[^1] += line[4..] + "\n";
        }

        return steps;
    }
}
