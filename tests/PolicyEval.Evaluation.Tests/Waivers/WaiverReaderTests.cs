using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Tests.Support;
using PolicyEval.Testing;

namespace PolicyEval.Evaluation.Tests.Waivers;

/// <summary>What is wrong with a waiver is said at its place, and nothing else is.</summary>
public sealed class WaiverReaderTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    [Fact]
    public void A_whole_waiver_has_no_mistake()
    {
        var library = Read(WaiverText.Of("good"));
        Assert.Empty(library.Diagnostics);
        var waiver = Assert.Single(library.Waivers);
        Assert.Equal(
            ("good", "backup team", "", "carol", "2026-01-15", "It is replaced in spring.", "SEC-1"),
            (waiver.Name, waiver.Owner, waiver.RequestedBy, waiver.ApprovedBy, waiver.ApprovedOn, waiver.Justification, waiver.Ticket));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-01T00:00:00Z")]
    [InlineData("\"2026-06-30\"", "2026-07-01T00:00:00Z")]
    [InlineData("'2026-12-31'", "2027-01-01T00:00:00Z")]
    [InlineData("2028-02-28", "2028-02-29T00:00:00Z")]
    [InlineData("2026-06-30T12:00:00Z", "2026-06-30T12:00:00Z")]
    [InlineData("2026-06-30T12:00:00+02:00", "2026-06-30T10:00:00Z")]
    [InlineData("2026-06-30T23:30:00-01:00", "2026-07-01T00:30:00Z")]
    [InlineData("9999-12-31", "9999-12-31T23:59:59Z")]
    public void A_bare_date_means_its_end_in_utc_with_or_without_quotes(string written, string instant)
    {
        var library = Read(WaiverText.Of("w", ("expires", written)));
        Assert.Empty(library.Diagnostics);
        Assert.Equal(DateTimeOffset.Parse(instant, null), Assert.Single(library.Waivers).Expires);
    }

    [Fact]
    public void A_bare_date_from_which_on_it_holds_means_its_end_too()
    {
        var waiver = Assert.Single(Read(WaiverText.Of("w", ("effectiveFrom", "2026-01-15"))).Waivers);
        Assert.Equal(DateTimeOffset.Parse("2026-01-16T00:00:00Z", null), waiver.EffectiveFrom);
    }

    [Theory]
    [InlineData("2026-02-30", "PE4051")]
    [InlineData("2026-6-30", "PE4051")]
    [InlineData("30.06.2026", "PE4051")]
    [InlineData("2026-06-30T12:00:00", "PE4051")]
    [InlineData("2026-06-30 12:00:00Z", "PE4051")]
    [InlineData("2026-06-30T25:00:00Z", "PE4051")]
    [InlineData("2026-06-30T23:59:60Z", "PE4051")]
    [InlineData("2026-06-30T12:00:00.5Z", "PE4051")]
    [InlineData("2026-06-30T12:00:00+0200", "PE4051")]
    [InlineData("2026-06-30T12:00:00+15:00", "PE4051")]
    [InlineData("\"2026-06-30\\n\"", "PE4051")]
    [InlineData("0001-01-01T00:00:00+14:00", "PE4051")]
    [InlineData("never", "PE4051")]
    [InlineData("2026", "PE3040")]
    public void What_is_no_instant_is_said_so(string written, string id)
    {
        (string, string)[] changes = [("expires", written)];
        Assert.Equal(
            [$"{id} {WaiverText.LineOf("expires", changes)}:12"], Scenario.Places(Read(WaiverText.Of("w", changes)).Diagnostics));
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("approvedBy")]
    [InlineData("approvedOn")]
    [InlineData("justification")]
    [InlineData("ticket")]
    [InlineData("effectiveFrom")]
    [InlineData("expires")]
    public void An_incomplete_waiver_is_refused_with_what_it_lacks(string key)
    {
        foreach (var nothing in (string[])["", "~", "\"\""])
        {
            var diagnostic = Assert.Single(Read(WaiverText.Of("w", (key, nothing))).Diagnostics);
            Assert.Equal(nothing == "\"\"" ? "PE3035" : "PE3024", diagnostic.Id);
            Assert.Contains($"\"{key}\"", diagnostic.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("account")]
    [InlineData("resource")]
    public void It_says_which_failures_it_is_about_or_the_fingerprint_does(string key)
    {
        Assert.Equal("PE3045", Assert.Single(Read(WaiverText.Of("w", (key, ""))).Diagnostics).Id);
        Assert.Equal("PE3035", Assert.Single(Read(WaiverText.Of("w", (key, "~"))).Diagnostics).Id);
        Assert.Equal("PE3029", Assert.Single(Read(WaiverText.Of("w", (key, "[]"))).Diagnostics).Id);
        Assert.Empty(Read(WaiverText.Of("w", (key, ""), ("fingerprint", "0123456789abcdef0123456789abcdef"))).Diagnostics);
    }

    [Theory]
    [InlineData("owner", "Carol", "carol", "owns")]
    [InlineData("owner", "\" carol \"", "CAROL", "owns")]
    [InlineData("owner", "Ärztin", "\"äRZTIN\"", "owns")]
    [InlineData("owner", "carol  smith", "\"Carol Smith\"", "owns")]
    [InlineData("owner", "\"car\\u200bol\"", "carol", "owns")]
    [InlineData("owner", "carol", "\"c\\u00a0arol\\u202c\"", "owns")]
    [InlineData("owner", "caf\u00e9", "\"cafe\\u0301\"", "owns")]
    [InlineData("owner", "\uff23\uff41\uff52\uff4f\uff4c", "carol", "owns")]
    [InlineData("owner", "\"\\u0130nci\"", "inci", "owns")]
    [InlineData("owner", "\"ca\\u3164rol\"", "carol", "owns")]
    [InlineData("requestedBy", "\"carol \"", "Carol", "asked for")]
    public void Whoever_has_a_part_in_it_does_not_approve_it(string key, string who, string approves, string part)
    {
        (string, string)[] changes = [(key, who), ("approvedBy", approves)];
        var diagnostic = Assert.Single(Read(WaiverText.Of("w", changes)).Diagnostics);
        Assert.Equal(("PE4054", WaiverText.LineOf("approvedBy", changes)), (diagnostic.Id, diagnostic.Location.Line));
        Assert.EndsWith($"approves a waiver and {part} it too.", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("owner", "\\u200b")]
    [InlineData("approvedBy", "\\u2060 \\ufeff")]
    [InlineData("justification", "\\u200b")]
    [InlineData("justification", "\\u3164\\u2800")]
    [InlineData("ticket", "\\u00ad\\u034f")]
    public void What_nobody_can_see_says_nothing(string key, string value)
    {
        var diagnostic = Assert.Single(Read(WaiverText.Of("w", (key, $"\"{value}\""))).Diagnostics);
        Assert.Equal(("PE3035", key), (diagnostic.Id, diagnostic.Arguments[0]));
    }

    [Fact]
    public void The_owner_may_ask_for_it() =>
        Assert.Empty(Read(WaiverText.Of("w", ("requestedBy", "Backup Team"))).Diagnostics);

    [Theory]
    [InlineData("2026-06-30T00:00:00Z", "2026-06-30T00:00:00Z", "PE4052")]
    [InlineData("2026-06-30T00:00:01Z", "2026-06-30T00:00:00Z", "PE4052")]
    [InlineData("2026-06-30", "2026-06-30", "PE4052")]
    [InlineData("2026-06-30T23:59:59Z", "2026-06-30", null)]
    public void It_holds_for_a_time(string from, string expires, string? id) =>
        Assert.Equal(
            id is null ? [] : [id],
            Read(WaiverText.Of("w", ("effectiveFrom", from), ("expires", expires))).Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("2026-01-15", "2026-01-15T00:00:00Z", null)]
    [InlineData("2026-01-15", "2026-01-14", null)]
    [InlineData("2026-01-15", "2026-01-14T23:59:59Z", "PE4053")]
    [InlineData("2026-01-15T10:00:00Z", "2026-01-15T09:59:59Z", "PE4053")]
    [InlineData("2026-01-15T10:00:00Z", "2026-01-15T10:00:00Z", null)]
    public void It_takes_effect_after_its_approval(string approvedOn, string from, string? id) =>
        Assert.Equal(
            id is null ? [] : [id],
            Read(WaiverText.Of("w", ("approvedOn", approvedOn), ("effectiveFrom", from))).Diagnostics.Select(d => d.Id));

    [Theory]
    [InlineData("\"*\"", "\"*\"", "\"*\"", "")]
    [InlineData("\"*\"", "\"????????????\"", "\"**\"", "")]
    [InlineData("[root-use, \"*\"]", "\"*\"", "\"arn:*\"", "")]
    [InlineData("\"*\"", "\"*\"", "\"arn:aws:iam::*\"", "")]
    [InlineData("\"*-*\"", "\"*\"", "\"*\"", "")]
    [InlineData("\"root-*\"", "\"*\"", "\"*\"", null)]
    [InlineData("\"*\"", "[\"0*\", \"1*\", \"2*\", \"3*\", \"4*\", \"5*\", \"6*\", \"7*\", \"8*\", \"9*\"]", "\"*\"", "")]
    [InlineData("\"*\"", "[\"0*\", \"1*\", \"2*\", \"3*\", \"4*\", \"5*\", \"6*\", \"7*\", \"8*\"]", "\"*\"", null)]
    [InlineData("\"*\"", "\"*\"", "[\"*:user/*\", \"*:root\", \"*:role/*\"]", "")]
    [InlineData("\"*\"", "\"*\"", "[\"*:user/*\", \"*:root\"]", null)]
    [InlineData("\"?*\"", "\"*\"", "[ann, \"*:*\"]", "\"*/*\"")]
    public void A_waiver_of_everything_is_refused(string policy, string account, string resource, string? control)
    {
        var diagnostics = Read(WaiverText.Of(
            "w", ("policy", policy), ("account", account), ("resource", resource), ("control", control ?? ""))).Diagnostics;
        Assert.Equal(control is null ? [] : ["PE4055 3:19"], Scenario.Places(diagnostics));
    }

    [Fact]
    public void A_list_of_all_policies_is_everything_and_of_all_but_one_is_not()
    {
        var names = Bundled.Policies.Select(policy => policy.Name).ToArray();
        Assert.Equal("PE4055", Assert.Single(OfPolicies(names).Diagnostics).Id);
        Assert.Empty(OfPolicies(names[1..]).Diagnostics);

        static WaiverLibrary OfPolicies(string[] names) => Read(WaiverText.Of(
            "w", ("policy", $"[{string.Join(", ", names)}]"), ("account", "\"*\""), ("resource", "\"*\"")));
    }

    [Theory]
    [InlineData("policy", "console-user-mfa")]
    [InlineData("account", "\"444455556666\"")]
    [InlineData("resource", "\"arn:aws:iam::*:user/*\"")]
    [InlineData("control", "cis_v130/1.1?")]
    [InlineData("fingerprint", "0123456789abcdef0123456789abcdef")]
    public void One_limit_is_enough(string key, string value)
    {
        (string, string)[] all = [("policy", "\"*\""), ("account", "\"*\""), ("resource", "\"*\"")];
        Assert.Empty(Read(WaiverText.Of("w", [.. all.Where(one => one.Item1 != key), (key, value)])).Diagnostics);
    }

    [Theory]
    [InlineData("account", "111122223333", "PE3040")]
    [InlineData("account", "\"11112222333\"", "PE3027")]
    [InlineData("account", "prod", "PE3027")]
    [InlineData("policy", "Console-user-mfa", "PE3027")]
    [InlineData("policy", "{ a: b }", "PE3025")]
    [InlineData("resource", "\" ann\"", "PE3027")]
    [InlineData("resource", "[~]", "PE3025")]
    [InlineData("control", "\"1.14\"", "PE3027")]
    [InlineData("fingerprint", "0123", "PE3040")]
    [InlineData("fingerprint", "0123456789ABCDEF0123456789ABCDEF", "PE3027")]
    [InlineData("policy", "concole-user-mfa", "PE3042")]
    [InlineData("policy", "\"consol-*\"", "PE3042")]
    [InlineData("control", "cis_v130/1.99", "PE4056")]
    [InlineData("control", "cis_v13/1.1", "PE4056")]
    public void A_name_that_is_none_is_said_so_at_its_place(string key, string value, string id)
    {
        (string, string)[] changes = [(key, value)];
        var diagnostic = Assert.Single(Read(WaiverText.Of("w", changes)).Diagnostics);
        Assert.Equal((id, WaiverText.LineOf(key, changes)), (diagnostic.Id, diagnostic.Location.Line));
    }

    [Fact]
    public void A_mistyped_policy_gets_a_suggestion()
    {
        var library = Read(WaiverText.Of("w", ("policy", "[root-use, acess-key-rotation]"), ("expires", "")));
        Assert.Equal(["PE3024", "PE3042"], library.Diagnostics.Select(d => d.Id));
        Assert.Equal("access-key-rotation", library.Diagnostics[1].Suggestion);
    }

    [Fact]
    public void Two_waivers_of_one_name_are_refused_in_one_file_and_in_two()
    {
        var one = WaiverText.Of("twice");
        var library = Read(WaiverText.File(one, one), one);
        Assert.Equal(["PE3028 18:19", "PE3028 3:19"], Scenario.Places(library.Diagnostics));
        Assert.All(library.Diagnostics, d => Assert.EndsWith("at w0.yaml:3:19.", d.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_given_twice_is_read_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("waivers/w.yaml", WaiverText.Of("w"));
        var whole = Path.GetDirectoryName(file)!;
        var library = WaiverLibrary.Load([whole, file, Path.Combine(whole, ".", "w.yaml"), whole], Bundled);
        Assert.Empty(library.Diagnostics);
        Assert.Equal((1, 1), (library.Count, library.Files.Length));
    }

    [Fact]
    public void Policies_in_the_same_file_are_left_alone_and_other_kinds_are_mistakes()
    {
        var library = Read(
            WaiverText.File(WaiverText.Of("w"), PolicyText.Of("p", "aws.iam.user", "nonsense(")),
            "apiVersion: policyeval/v1\nkind: Waver\nmetadata: { name: x }\nspec: {}\n");
        Assert.Equal(1, library.Count);
        Assert.Equal("w0.yaml", Assert.Single(library.Files).Text.Path);
        var diagnostic = Assert.Single(library.Diagnostics);
        Assert.Equal(("PE3022", "Waiver"), (diagnostic.Id, diagnostic.Suggestion));
    }

    private static WaiverLibrary Read(params string[] files) => new WaiverLibraryReader(Bundled).Read(
        [.. files.Select((text, i) => new SourceFile($"w{i}.yaml", $"w{i}.yaml", Encoding.UTF8.GetBytes(text)))]);
}
