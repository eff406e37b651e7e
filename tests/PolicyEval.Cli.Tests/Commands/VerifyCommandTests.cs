using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using PolicyEval.Snapshots.Bags;
using PolicyEval.Snapshots.Sealing;
using PolicyEval.Snapshots.Signatures;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(BagForm.Folder)]
    [InlineData(BagForm.Zip)]
    public void Only_a_trusted_signature_gives_zero(BagForm form)
    {
        var unsigned = Seal("unsigned", form, null);
        var signed = Seal("signed", form, TestKey.Alice);
        var alice = _folder.WritePublic(TestKey.Alice, "alice");
        var bob = _folder.WritePublic(TestKey.Bob, "bob");

        Assert.Equal((2, "unsigned", false), JsonOf(unsigned, "--trusted-key", alice));
        Assert.Equal((2, "unknown-key", false), JsonOf(signed));
        Assert.Equal((2, "unknown-key", false), JsonOf(signed, "--trusted-key", bob));
        Assert.Equal((0, "trusted", true), JsonOf(signed, "--trusted-key", bob, "--trusted-key", alice));
    }

    [Fact]
    public void A_changed_file_is_damage_and_named()
    {
        var path = Seal("signed", BagForm.Folder, TestKey.Alice);
        File.AppendAllText(Path.Combine(path, "data", "users.json"), " ");
        var run = CliRun.Of("verify", path, "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("data/users.json", run.Output, StringComparison.Ordinal);
        Assert.Contains("PE6087", run.Output, StringComparison.Ordinal);
        Assert.Contains("DAMAGED: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TRUSTED: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_signature_is_damage_even_beside_a_good_one()
    {
        var path = Seal("signed", BagForm.Folder, TestKey.Alice);
        var bob = Path.Combine(path, "signatures", TestKey.Bob.PublicKey.KeyId + ".pub.pem");
        File.WriteAllBytes(bob, TestKey.Bob.PublicKey.Pem());

        Assert.Equal(
            (3, "damaged", false), JsonOf(path, "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nothing here")]
    [InlineData("")]
    public void What_is_no_snapshot_is_unreadable(string? content)
    {
        var path = _folder.PathOf("file");
        if (content is not null)
            _folder.Write("file", content);
        Assert.Equal((3, "damaged", false), JsonOf(path));
        AssertUnreadable(path);
    }

    [Fact]
    public void A_folder_that_is_no_snapshot_is_unreadable_and_not_damaged()
    {
        AssertUnreadable(_folder.Path);
        AssertUnreadable(Repository.PathOf("snapshots", "well-kept"));
    }

    [Fact]
    public void A_snapshot_without_its_tag_manifest_is_damaged_and_not_unreadable()
    {
        var path = Seal("unsigned", BagForm.Folder, null);
        File.Delete(Path.Combine(path, "tagmanifest-sha256.txt"));
        var run = CliRun.Of("verify", path);

        Assert.Equal(3, run.ExitCode);
        Assert.EndsWith(
            "\nDAMAGED: this is not, or not all of, what was sealed.\n", run.Output, StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("verify", path, "--format", "json").Output)!;
        Assert.True(json["readable"]!.GetValue<bool>());
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_does_not_hang()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var process = System.Diagnostics.Process.Start("mkfifo", _folder.PathOf("pipe")))
            process.WaitForExit();
        Assert.Equal((3, "damaged", false), JsonOf(_folder.PathOf("pipe")));
    }

    [Fact]
    public void The_words_say_what_it_is_and_who_collected()
    {
        var text = CliRun.Of("verify", Seal("unsigned", BagForm.Folder, null)).Output;

        Assert.Contains("Account      111122223333 (aws)\n", text, StringComparison.Ordinal);
        Assert.Contains("Collected    2026-03-01T06:15:30Z to ", text, StringComparison.Ordinal);
        Assert.Contains("Caller       arn:aws:", text, StringComparison.Ordinal);
        Assert.Contains("UNPROVEN: intact, and not signed.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("valid", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Calls_that_failed_are_named()
    {
        var collection = SampleCollection.Account().Refusal(
            PolicyEval.Snapshots.Calls.ApiOperations.ListAccountAliases, "AccessDenied", "not you");
        var path = Seal("incomplete", BagForm.Folder, null, collection.Compose());

        Assert.Contains("iam:ListAccountAliases: AccessDenied", CliRun.Of("verify", path).Output, StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("verify", path, "--format", "json").Output)!;
        Assert.False(json["snapshot"]!["complete"]!.GetValue<bool>());
        Assert.Contains(
            "iam:ListAccountAliases", json["snapshot"]!["failedCalls"]!.AsArray().Select(c => (string?)c!["operation"]));
    }

    [Fact]
    public void The_last_words_repeat_that_calls_failed()
    {
        var gap = SampleCollection.Account().Refusal(
            PolicyEval.Snapshots.Calls.ApiOperations.ListAccountAliases, "AccessDenied", "not you").Compose();
        var signed = CliRun.Of(
            "verify", Seal("signed", BagForm.Folder, TestKey.Alice, gap), "--trusted-key",
            _folder.WritePublic(TestKey.Alice, "alice"));
        var unsigned = CliRun.Of("verify", Seal("unsigned", BagForm.Folder, null, gap));

        Assert.Equal((0, 2), (signed.ExitCode, unsigned.ExitCode));
        Assert.EndsWith(
            "\nTRUSTED: intact, and signed by a trusted key. INCOMPLETE: 1 of 6 calls failed.\n",
            signed.Output,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "made it. INCOMPLETE: 1 of 6 calls failed.\n", unsigned.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_were_not_made_are_no_failures_and_no_evidence()
    {
        var collection = SampleCollection.Account();
        var facts = collection.Facts();
        var composed = SnapshotComposer.Compose(
            facts with { Plan = [.. facts.Plan, PolicyEval.Snapshots.Calls.ApiOperations.ListAccountAliases] },
            collection.Records,
            collection.PageOf);

        Assert.Contains(
            "INCOMPLETE: 1 of 6 calls failed or were not made.",
            CliRun.Of("verify", Seal("unsigned", BagForm.Folder, null, composed)).Output.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_snapshot_is_not_called_incomplete()
    {
        var gap = SampleCollection.Account().Refusal(
            PolicyEval.Snapshots.Calls.ApiOperations.ListAccountAliases, "AccessDenied", "not you").Compose();
        var path = Seal("damaged", BagForm.Folder, null, gap);
        File.AppendAllText(Path.Combine(path, "VERIFY.txt"), " ");

        Assert.EndsWith(
            "\nDAMAGED: this is not, or not all of, what was sealed.\n",
            CliRun.Of("verify", path).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_by_hand_has_no_calls_and_nothing_to_derive()
    {
        var byHand = CliRun.Of("verify", SealByHand()).Output;
        Assert.Contains(
            "\nCheck        calls: passed (no calls: gathered by hand)\n"
            + "Check        derivation: passed (nothing to derive)\n",
            byHand,
            StringComparison.Ordinal);
        Assert.DoesNotContain("INCOMPLETE", byHand, StringComparison.Ordinal);

        var collected = CliRun.Of("verify", Seal("collected", BagForm.Folder, null)).Output;
        Assert.Contains("\nCheck        calls: passed (5 attempts at a call)\n", collected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_is_as_the_schema_says()
    {
        var schema = await ClosedSchema();
        var signed = Seal("signed", BagForm.Zip, TestKey.Alice);
        var damaged = Seal("damaged", BagForm.Folder, TestKey.Alice);
        File.Delete(Path.Combine(damaged, "snapshot.json"));
        var sealedByHand = SealByHand();

        string[][] lines =
        [
            [signed], [signed, "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice")], [damaged],
            [_folder.PathOf("nothing")], [sealedByHand, "--chain", _folder.PathOf("hand")],
            [signed, "--chain", _folder.PathOf("hand")],
        ];
        Assert.All(lines, line =>
        {
            var run = CliRun.Of(["verify", .. line, "--format", "json"]);
            Assert.Equal("", run.Error);
            Assert.Empty(schema.Validate(run.Output));
        });
    }

    [Fact]
    public void A_chain_is_followed()
    {
        var first = SampleCollection.Account().Compose();
        var second = SampleCollection.Account().Compose(
            new PreviousSnapshot(DigestOf(Seal("chain/1", BagForm.Folder, null, first)), SampleCollection.Start),
            SampleCollection.Start.AddDays(1));
        var path = Seal("chain/2", BagForm.Folder, TestKey.Alice, second);
        string[] line = ["--trusted-key", _folder.WritePublic(TestKey.Alice, "alice"), "--chain", _folder.PathOf("chain")];

        Assert.Equal((0, "trusted", true), JsonOf(path, line));
        Assert.Contains(
            "Chain        2 snapshots of 1 account: each names the one before it\n"
            + "             Of the others only the links (tag files) were read: verify each by\n"
            + "             itself. That the newest was deleted cannot be seen: compare its\n"
            + "             digest with the one that you noted.\n",
            CliRun.Of(["verify", path, .. line]).Output,
            StringComparison.Ordinal);

        Directory.Delete(_folder.PathOf("chain/1"), recursive: true);
        var run = CliRun.Of(["verify", path, .. line]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE6131", run.Output, StringComparison.Ordinal);
        Assert.Contains("CHAIN DAMAGED: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_not_in_the_chain_is_named()
    {
        Seal("chain/1", BagForm.Folder, null);
        var other = Seal("other", BagForm.Folder, TestKey.Alice, SampleCollection.Account(null, "zoe").Compose());
        var run = CliRun.Of(
            "verify", other, "--trusted-key", _folder.WritePublic(TestKey.Alice, "alice"), "--chain",
            _folder.PathOf("chain"));

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("PE4118", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_chain_that_is_no_folder_is_said_and_nothing_else(bool isFile)
    {
        var chain = isFile ? _folder.Write("chain", "file") : _folder.PathOf("nothere");
        var path = Seal("signed", BagForm.Folder, TestKey.Alice);
        var run = CliRun.Of("verify", path, "--chain", chain);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("\nChain        no snapshot was read\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\nerror PE4120: there is no folder '{chain}'\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nCHAIN UNREADABLE: the snapshot is intact, and no snapshot of the chain was read.\n",
            run.Output.Replace("was\nread", "was read", StringComparison.Ordinal),
            StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("verify", path, "--chain", chain, "--format", "json").Output)!;
        Assert.Equal(["PE4120"], json["problems"]!.AsArray().Select(problem => (string?)problem!["id"]));
        Assert.False(json["chain"]!["whole"]!.GetValue<bool>());
    }

    [Fact]
    public void A_trusted_key_that_is_none_ends_the_run()
    {
        var run = CliRun.Of(
            "verify", Seal("signed", BagForm.Folder, TestKey.Alice), "--trusted-key", _folder.Write("x.pem", "none"));

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("PE6111", run.Error, StringComparison.Ordinal);
    }

    private static void AssertUnreadable(string path)
    {
        var run = CliRun.Of("verify", path);
        Assert.Equal(3, run.ExitCode);
        Assert.EndsWith("\nUNREADABLE: this is no snapshot that can be read.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DAMAGED", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed by", run.Output, StringComparison.Ordinal);
        var json = JsonNode.Parse(CliRun.Of("verify", path, "--format", "json").Output)!;
        Assert.False(json["readable"]!.GetValue<bool>());
    }

    private string SealByHand()
    {
        var run = CliRun.Of(
            "seal", Repository.PathOf("snapshots", "well-kept"), "--output", _folder.PathOf("hand"), "--asserted-by",
            "A", "--asserted-at", "2026-06-01T00:00:00Z");
        Assert.Equal("", run.Error);
        return Directory.GetDirectories(_folder.PathOf("hand/111122223333"))[0];
    }

    private string Seal(string name, BagForm form, KeyPair? signer, ComposedSnapshot? composed = null)
    {
        using var key = signer is null
            ? null
            : SigningKey.Open(_folder.WritePrivate(signer, "signer"), TestKey.Passphrase).Key;
        var target = _folder.PathOf(name + (form == BagForm.Zip ? ".zip" : ""));
        var result = SnapshotSealer.Seal(
            composed ?? SampleCollection.Account().Compose(), target, new SealOptions { Form = form, Key = key });
        Assert.Empty(result.Diagnostics);
        return target;
    }

    private static string DigestOf(string path) =>
        JsonNode.Parse(CliRun.Of("verify", path, "--format", "json").Output)!["snapshot"]!["digest"]!.GetValue<string>();

    private static (int ExitCode, string? Verdict, bool SignatureValid) JsonOf(string path, params string[] more)
    {
        var run = CliRun.Of(["verify", path, "--format", "json", .. more]);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        Assert.Equal(run.ExitCode, root.GetProperty("exitCode").GetInt32());
        Assert.Equal(run.ExitCode == 3, root.GetProperty("validationErrors").GetArrayLength() > 0);
        return (run.ExitCode, root.GetProperty("verdict").GetString(), root.GetProperty("signatureValid").GetBoolean());
    }

    private static Task<JsonSchema> ClosedSchema()
    {
        var root = JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("policies", "schemas", "verification.schema.json")))!;
        Close(root);
        return JsonSchema.FromJsonAsync(root.ToJsonString());
    }

    private static void Close(JsonNode? node)
    {
        if (node is JsonObject schema)
        {
            if (schema["properties"] is JsonObject)
                schema["additionalProperties"] = false;
            foreach (var (_, child) in schema.ToList())
                Close(child);
        }
        else if (node is JsonArray list)
        {
            foreach (var child in list)
                Close(child);
        }
    }
}
