using System.Text.Json;
using PolicyEval.Evaluation;
using PolicyEval.Evaluation.Frameworks;
using PolicyEval.Testing;

namespace PolicyEval.Architecture.Tests;

/// <summary>The bundled frameworks: whole, as published, and each control decided by the right policy.</summary>
public sealed class FrameworkContentTests
{
    private static readonly PolicyLibrary Bundled = PolicyLibrary.Load();

    private static readonly string[] Beyond =
        ["aws_fsbp", "iso_27001_2022", "nist_800_53_r5", "nist_csf_v2", "pci_dss_v4", "soc2"];

    public static TheoryData<string> Versions => [.. Crosswalk.Versions];

    public static TheoryData<string> Names => [.. Bundled.Frameworks.Select(framework => framework.Name)];

    [Fact]
    public void They_are_ten_versions_of_the_benchmark_and_six_others() =>
        Assert.Equal(
            [.. Crosswalk.Versions.Concat(Beyond).Order(StringComparer.Ordinal)],
            Bundled.Frameworks.Select(framework => framework.Name));

    [Theory]
    [InlineData("cis_v120", "1.2.0", 49, "IAM 22, Logging 9, Monitoring 14, Networking 4")]
    [InlineData("cis_v130", "1.3.0", 55, "IAM 22, Storage 3, Logging 11, Monitoring 15, Networking 4")]
    [InlineData("cis_v140", "1.4.0", 58, "IAM 21, Storage 7, Logging 11, Monitoring 15, Networking 4")]
    [InlineData("cis_v150", "1.5.0", 63, "IAM 21, Storage 10, Logging 11, Monitoring 16, Networking 5")]
    [InlineData("cis_v200", "2.0.0", 64, "IAM 22, Storage 9, Logging 11, Monitoring 16, Networking 6")]
    [InlineData("cis_v300", "3.0.0", 62, "IAM 22, Storage 9, Logging 9, Monitoring 16, Networking 6")]
    [InlineData("cis_v400", "4.0.0", 64, "IAM 22, Storage 9, Logging 9, Monitoring 16, Networking 8")]
    [InlineData("cis_v500", "5.0.0", 63, "IAM 21, Storage 9, Logging 9, Monitoring 16, Networking 8")]
    [InlineData("cis_v600", "6.0.0", 63, "IAM 21, Storage 9, Logging 9, Monitoring 16, Networking 8")]
    [InlineData("cis_v700", "7.0.0", 70, "IAM 26, Storage 9, Logging 10, Monitoring 16, Networking 9")]
    public void A_version_has_as_many_controls_as_the_benchmark(
        string name, string version, int controls, string sections)
    {
        var framework = Find(name);
        Assert.Equal(version, framework.Version);
        Assert.Equal(controls, framework.Controls.Length);
        Assert.Equal(
            sections, string.Join(", ", framework.Controls.CountBy(c => c.Section).Select(c => $"{c.Key} {c.Value}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_strings(string name)
    {
        var ids = Find(name).Controls.Select(control => control.Id).ToArray();
        Assert.Distinct(ids);

        // No id was taken for a number, which would lose its last zero.
        if (Crosswalk.Versions.Contains(name))
            Assert.Contains(ids, id => id is "1.10" or "2.10");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_control_without_a_policy_says_what_it_needs_in_our_words(string name) =>
        Assert.All(Find(name).Controls.Where(control => control.Policies.IsEmpty), control =>
        {
            Assert.False(string.IsNullOrWhiteSpace(control.Needs), control.Id);
            Assert.DoesNotContain("Ensure", control.Needs, StringComparison.OrdinalIgnoreCase);
            var commands = control.Command.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(commands, command => Assert.StartsWith("aws ", command, StringComparison.Ordinal));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_is_asked_for_a_region_is_told_how_to_list_them(string name) =>
        Assert.All(
            Find(name).Controls.Where(c => c.Command.Contains("--region REGION", StringComparison.Ordinal)),
            control => Assert.Contains("aws ec2 describe-regions", control.Command, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Each_policy_decides_its_control_with_the_parameters_of_the_version(string version)
    {
        var rows = Crosswalk.Rows.Where(row => row.IdIn(version) != "-").ToDictionary(row => row.IdIn(version));
        Assert.All(Find(version).Controls, control => Assert.Equal(
            $"{control.Id}: {rows.GetValueOrDefault(control.Id)?.TextIn(version)}",
            $"{control.Id}: {Crosswalk.TextOf(control)}"));
    }

    [Fact]
    public void Of_the_22_identity_controls_of_1_3_a_snapshot_decides_15() =>
        Assert.Equal(
            [.. Enumerable.Range(4, 14).Append(19).Select(number => $"1.{number}")],
            Find("cis_v130").Controls.Where(control => !control.Policies.IsEmpty).Select(control => control.Id));

    /// <summary>What federation is, no list of identity providers says: that policy is for who asks for it.</summary>
    [Fact]
    public void Every_policy_but_the_one_of_federation_decides_a_control_of_the_benchmark() =>
        Assert.Equal(
            ["identity-federation"],
            Bundled.Policies.Select(policy => policy.Name).Except(Crosswalk.Rows.Select(row => row.Policy)));

    [Theory]
    [InlineData("aws_fsbp", "IAM.1", "no-full-admin-policies")]
    [InlineData("aws_fsbp", "IAM.2", "user-permissions-through-groups")]
    [InlineData("aws_fsbp", "IAM.4", "root-access-key-absent")]
    [InlineData("aws_fsbp", "IAM.6", "root-hardware-mfa")]
    [InlineData("aws_fsbp", "IAM.7", "password-policy-symbols")]
    [InlineData("aws_fsbp", "IAM.8", "credentials-unused")]
    [InlineData("aws_fsbp", "IAM.10", "password-policy-expiry")]
    [InlineData("aws_fsbp", "IAM.18", "support-role")]
    [InlineData("aws_fsbp", "IAM.22", "credentials-unused")]
    [InlineData("aws_fsbp", "IAM.26", "no-expired-certificates")]
    [InlineData("aws_fsbp", "IAM.27", "cloudshell-full-access-restricted")]
    [InlineData("nist_800_53_r5", "AC-5", "no-full-admin-policies")]
    [InlineData("nist_800_53_r5", "AC-6(3)", "user-permissions-through-groups")]
    [InlineData("nist_800_53_r5", "AC-6(10)", "root-access-key-absent")]
    [InlineData("nist_800_53_r5", "IA-2(1)", "console-user-mfa")]
    [InlineData("nist_800_53_r5", "IA-2(6)", "root-hardware-mfa")]
    [InlineData("nist_800_53_r5", "IA-5", "access-key-rotation")]
    [InlineData("nist_800_53_r5", "IA-5(1)", "password-policy-length")]
    [InlineData("pci_dss_v4", "7.2.2", "cloudshell-full-access-restricted")]
    [InlineData("pci_dss_v4", "8.2.6", "credentials-unused")]
    [InlineData("pci_dss_v4", "8.3.6", "password-policy-length")]
    [InlineData("pci_dss_v4", "8.3.7", "password-policy-reuse")]
    [InlineData("pci_dss_v4", "8.4.2", "console-user-mfa")]
    [InlineData("pci_dss_v4", "8.6.3", "access-key-rotation")]
    [InlineData("soc2", "CC6.1", "root-access-key-absent")]
    [InlineData("soc2", "CC6.2", "credentials-unused")]
    [InlineData("soc2", "CC6.3", "root-use")]
    [InlineData("soc2", "CC6.3", "no-full-admin-policies")]
    [InlineData("iso_27001_2022", "A.5.15", "root-access-key-absent")]
    [InlineData("iso_27001_2022", "A.5.18", "no-full-admin-policies")]
    [InlineData("iso_27001_2022", "A.8.2", "root-mfa-enabled")]
    [InlineData("nist_csf_v2", "PR.AA-05", "root-access-key-absent")]
    public void Other_standards_have_ids_of_their_own_form(string framework, string id, string policy) =>
        Assert.Contains(
            Find(framework).Controls.Single(control => control.Id == id).Policies, use => use.Name == policy);

    /// <summary>A policy sees a part of what such a requirement asks: reports say so by the word manual.</summary>
    [Theory]
    [InlineData("nist_800_53_r5")]
    [InlineData("nist_csf_v2")]
    [InlineData("pci_dss_v4")]
    [InlineData("soc2")]
    [InlineData("iso_27001_2022")]
    public void Requirements_that_a_person_must_judge_are_manual(string name) =>
        Assert.All(Find(name).Controls, control => Assert.True(control.IsManual, control.Id));

    [SharedFact("data/cis-controls.json")]
    public void Every_control_is_named_and_graded_as_in_the_benchmark()
    {
        using var data = ReadData();
        Assert.Equal(Crosswalk.Versions, data.RootElement.EnumerateObject().Select(version => version.Name));
        foreach (var version in data.RootElement.EnumerateObject())
        {
            var expected = version.Value.GetProperty("controls").EnumerateArray().Select(control => string.Join('|',
                control.GetProperty("id").GetString(),
                control.GetProperty("title").GetString(),
                control.GetProperty("section").GetString(),
                string.Join(',', control.GetProperty("levels").EnumerateArray()),
                control.GetProperty("assessment").GetString()));
            var framework = Find(version.Name);
            Assert.Equal(version.Value.GetProperty("name").GetString(), framework.Title);
            Assert.Equal(expected, framework.Controls.Select(control => string.Join('|',
                control.Id,
                control.Title,
                control.Section,
                string.Join(',', control.Levels),
                control.IsManual ? "manual" : "automated")));
        }
    }

    [SharedFact("data/cis-controls.json")]
    public void The_crosswalk_is_that_of_the_benchmark()
    {
        using var data = ReadData();
        var expected = Crosswalk.Versions
            .SelectMany(version => data.RootElement.GetProperty(version).GetProperty("controls").EnumerateArray()
                .Where(control => control.TryGetProperty("concept", out _))
                .Select(control => (
                    Version: version,
                    Concept: control.GetProperty("concept").GetString()!,
                    Id: control.GetProperty("id").GetString()!)))
            .Where(place => Crosswalk.Rows.Any(row => row.Concept == place.Concept));
        var actual = Crosswalk.Versions.SelectMany(version => Crosswalk.Rows
            .Where(row => row.IdIn(version) != "-")
            .Select(row => (Version: version, row.Concept, Id: row.IdIn(version))));
        Assert.Equal(expected.Order(), actual.Order());
    }

    private static JsonDocument ReadData() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Shared!, "data", "cis-controls.json")));

    private static Framework Find(string name) => Assert.IsType<Framework>(Bundled.FindFramework(name));
}
