using System.Text.Json;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Tests.Samples;

namespace PolicyEval.Reporting.Tests;

/// <summary>What every report says of a snapshot's seal and signatures.</summary>
public sealed class SealedSnapshotTests
{
    private const string At = "2026-01-10T00:00:00Z";

    private static readonly SignatureReference Trusted = new(new string('a', 64), IsTrusted: true);
    private static readonly SignatureReference Unknown = new(new string('b', 64), IsTrusted: false);

    [Theory]
    [InlineData("console")]
    [InlineData("summary")]
    public void Bare_files_are_called_unsealed(string format)
    {
        var text = Sample.Normal.Write(format);
        Assert.Contains("(UNSEALED: no manifest vouches for it)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed by", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("summary")]
    public void A_trusted_signature_is_named_and_no_other(string format)
    {
        var text = Sample.SealedBy(Collected(Trusted, Unknown)).Write(format, new ReportStyle(120, Color: false));
        Assert.DoesNotContain("UNSEALED", text, StringComparison.Ordinal);
        Assert.Contains(
            $"Sealed       collected from AWS, {At}; its files are under data/\n", text, StringComparison.Ordinal);
        Assert.Contains($"Signed by    trusted key {Trusted.KeyId}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown.KeyId, text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_called_so()
    {
        var text = Sample.SealedBy(Collected(Unknown)).Write("console", new ReportStyle(120, Color: false));
        Assert.Contains($"UNKNOWN KEY {Unknown.KeyId}: proves nothing\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("trusted", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_signature_is_said() => Assert.Contains(
        "Signed by    nobody (UNSIGNED)\n", Sample.SealedBy(Collected()).Write("console"), StringComparison.Ordinal);

    [Fact]
    public void Calls_that_failed_are_in_the_first_lines() => Assert.Contains(
        $"collected from AWS, {At}, INCOMPLETE: calls failed; its files are under data/\n",
        Sample.SealedBy(Collected() with { IsComplete = false }).Write("console", new ReportStyle(120, Color: false)),
        StringComparison.Ordinal);

    [Fact]
    public void Evidence_by_hand_names_who_vouches_and_does_nothing_to_the_terminal()
    {
        var seal = Collected() with { IsCollected = false, AssertedBy = "audit\u001b[2Jteam" };
        var text = Sample.SealedBy(seal).Write("console", new ReportStyle(120, Color: false));
        Assert.Contains(
            $"Sealed       ASSERTED by audit\\u{{1b}}[2Jteam, {At}: gathered by hand; its files are under data/\n",
            text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trusted", true)]
    [InlineData("unknown-key", false)]
    public void Json_has_the_state_and_every_signature(string state, bool isTrusted)
    {
        var signature = Trusted with { IsTrusted = isTrusted };
        var snapshot = JsonOf(Sample.SealedBy(Collected(signature)));

        Assert.True(snapshot.GetProperty("sealed").GetBoolean());
        Assert.Equal("collected", snapshot.GetProperty("origin").GetString());
        Assert.Equal(At, snapshot.GetProperty("collectedAt").GetString());
        Assert.True(snapshot.GetProperty("complete").GetBoolean());
        Assert.Equal(state, snapshot.GetProperty("signature").GetString());
        var written = Assert.Single(snapshot.GetProperty("signatures").EnumerateArray());
        Assert.Equal(Trusted.KeyId, written.GetProperty("keyId").GetString());
        Assert.Equal(isTrusted, written.GetProperty("trusted").GetBoolean());
    }

    [Fact]
    public void Json_of_evidence_by_hand_names_who_vouches()
    {
        var snapshot = JsonOf(Sample.SealedBy(Collected() with { IsCollected = false, AssertedBy = "audit team" }));
        Assert.Equal("asserted", snapshot.GetProperty("origin").GetString());
        Assert.Equal("audit team", snapshot.GetProperty("assertedBy").GetString());
        Assert.Equal(At, snapshot.GetProperty("assertedAt").GetString());
        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("collectedAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("complete").ValueKind);
        Assert.Equal("unsigned", snapshot.GetProperty("signature").GetString());
    }

    [Fact]
    public void Json_of_bare_files_knows_nothing_of_all_that()
    {
        var snapshot = JsonOf(Sample.Normal);
        Assert.False(snapshot.GetProperty("sealed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("signature").ValueKind);
        Assert.Empty(snapshot.GetProperty("signatures").EnumerateArray());
    }

    private static SealReference Collected(params SignatureReference[] signatures) =>
        new() { IsCollected = true, At = At, IsComplete = true, Signatures = [.. signatures] };

    private static JsonElement JsonOf(Sample sample) =>
        JsonDocument.Parse(sample.Write("json")).RootElement.GetProperty("snapshots")[0];
}
