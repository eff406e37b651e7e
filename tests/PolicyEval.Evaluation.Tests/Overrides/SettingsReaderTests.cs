using System.Text;
using PolicyEval.Evaluation.Library;
using PolicyEval.Evaluation.Tests.Support;

namespace PolicyEval.Evaluation.Tests.Overrides;

/// <summary>What is wrong with settings is said at its place, and nothing else is.</summary>
public sealed class SettingsReaderTests
{
    private const string Rotation = "policy: access-key-rotation";

    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    [Fact]
    public void Whole_settings_have_no_mistake()
    {
        var settings = Read(SettingsText.Of(
            $"{Rotation}, severity: high, params: {{ maxAgeDays: 60 }}",
            $"{Rotation}, units: [sandbox, \"prod/core\"], severity: low",
            $"{Rotation}, accounts: [\"1111*\"], params: {{ maxAgeDays: \"30\" }}"));
        Assert.Empty(settings.Diagnostics);
        Assert.Equal("s0.yaml", settings.File?.Text.Path);
    }

    [Theory]
    [InlineData("policy: acess-key-rotation, severity: low", "PE3042", "acess", "access-key-rotation")]
    [InlineData(Rotation + ", params: { maxAgeDay: 60 }", "PE3043", "maxAgeDay", "maxAgeDays")]
    [InlineData(Rotation + ", params: { maxAgeDays: sixty }", "PE3030", "sixty", null)]
    [InlineData(Rotation + ", params: { maxAgeDays: -1 }", "PE3030", "-1", null)]
    [InlineData(Rotation + ", params: { maxAgeDays: [1] }", "PE3025", "[1]", null)]
    [InlineData(Rotation + ", severity: hihg", "PE3026", "hihg", "high")]
    [InlineData(Rotation + ", severity: low, units: [sandbx]", "PE4080", "sandbx", "sandbox")]
    [InlineData(Rotation + ", severity: low, units: []", "PE3029", "[]", null)]
    [InlineData(Rotation + ", severity: low, accounts: [111122223333]", "PE3040", "1111", null)]
    [InlineData(Rotation + ", severity: low, accounts: [\"prod\"]", "PE3027", "\"prod", null)]
    [InlineData(Rotation + ", severity: low, units: [sandbox], accounts: [\"*\"]", "PE3033", "[\"*\"]", null)]
    [InlineData(Rotation, "PE3045", "policy", null)]
    [InlineData("severity: low", "PE3024", "severity", null)]
    [InlineData(Rotation + ", severity: low, parms: {}", "PE3023", "parms", "params")]
    public void A_mistake_is_said_at_its_place(string change, string id, string token, string? suggestion)
    {
        var diagnostic = Assert.Single(Read(SettingsText.Of(change)).Diagnostics);
        Assert.Equal((id, suggestion), (diagnostic.Id, diagnostic.Suggestion));
        Assert.Equal(
            (SettingsText.FirstLine, SettingsText.FirstColumn + change.LastIndexOf(token, StringComparison.Ordinal)),
            (diagnostic.Location.Line, diagnostic.Location.Column));
    }

    [Theory]
    [InlineData("severity: high", "severity: high", "high")]
    [InlineData("params: { maxAgeDays: 1 }", "severity: low, params: { maxAgeDays: 2 }", "maxAgeDays")]
    [InlineData("units: [sandbox, \"prod/core\"], severity: high", "units: [\"prod/core\", sandbox, sandbox], severity: low", "low")]
    [InlineData("severity: high", "params: { maxAgeDays: 1 }", null)]
    [InlineData("severity: high", "units: [sandbox], severity: high", null)]
    [InlineData("units: [sandbox], severity: high", "accounts: [\"444455556666\"], severity: high", null)]
    [InlineData("accounts: [\"4*\"], severity: high", "accounts: [\"*\"], severity: high", null)]
    public void One_value_is_set_once_for_the_same_accounts(string first, string second, string? token)
    {
        var change = $"{Rotation}, {second}";
        var place = token is null ? -1 : SettingsText.FirstColumn + change.LastIndexOf(token, StringComparison.Ordinal);
        Assert.Equal(
            token is null ? [] : [$"PE4081 {SettingsText.FirstLine + 1}:{place}"],
            Scenario.Places(Read(SettingsText.Of($"{Rotation}, {first}", change)).Diagnostics));
    }

    [Fact]
    public void A_run_has_one_document_of_settings()
    {
        var one = SettingsText.Of($"{Rotation}, severity: low");
        var settings = Read(one + "---\n" + one, one);
        Assert.Equal(["PE4083 13:19", "PE4083 3:19"], Scenario.Places(settings.Diagnostics));
        Assert.Single(settings.Overrides.All);
    }

    [Fact]
    public void Other_kinds_are_mistakes() =>
        Assert.Equal(
            ["PE3022 2:7"], Scenario.Places(Read(PolicyText.Of("p", "aws.iam.user", "user.mfa_active")).Diagnostics));

    private static PolicySettings Read(params string[] files) => new SettingsLibraryReader(Bundled).Read(
        [.. files.Select((text, i) => new SourceFile($"s{i}.yaml", $"s{i}.yaml", Encoding.UTF8.GetBytes(text)))]);
}
