using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using PolicyEval.Testing;

namespace PolicyEval.Cli.Tests.Reports;

/// <summary>
/// The same evidence and policies give the same bytes in every format, wherever and however often the program runs: one
/// run is compared with others of another culture, another time zone and another number of threads. The program is built
/// without cultures; here it runs with them, so that its own code is what ignores them.
/// </summary>
public sealed class SameBytesTests : IDisposable
{
    private static readonly Lazy<ImmutableSortedDictionary<string, byte[]>> First = new(() => Write([], "4"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("4", "")]
    [InlineData("1", "LC_ALL=tr_TR.UTF-8 TZ=Asia/Kathmandu DOTNET_PROCESSOR_COUNT=1")]
    [InlineData("2", "LC_ALL=ar_SA.UTF-8 TZ=Pacific/Kiritimati DOTNET_PROCESSOR_COUNT=2")]
    [InlineData("8", "LC_ALL=fa_IR.UTF-8 TZ=America/St_Johns DOTNET_PROCESSOR_COUNT=8")]
    [InlineData("64", "LC_ALL=de_DE.UTF-8 TZ=Antarctica/Troll")]
    public void Nothing_but_the_input_changes_a_report(string threads, string environment)
    {
        // What follows shows something only where the machine knows the cultures and the zones.
        Assert.Equal("İ", CultureInfo.GetCultureInfo("tr-TR").TextInfo.ToUpper("i"));
        Assert.Equal(new TimeSpan(5, 45, 0), TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu").BaseUtcOffset);

        var reports = Write(environment.Split(' ', StringSplitOptions.RemoveEmptyEntries), threads);

        Assert.Equal(First.Value.Keys, reports.Keys);
        Assert.All(reports, report => Assert.True(
            report.Value.AsSpan().SequenceEqual(First.Value[report.Key]), $"{report.Key} has other bytes"));
    }

    /// <summary>As it is shipped: without cultures, in one process.</summary>
    [Fact]
    public void The_program_as_it_is_built_writes_the_same()
    {
        var file = _folder.PathOf("json");

        var run = ProgramRun.Of([.. Organization, "--format", $"json={file}"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(First.Value["organization json"], File.ReadAllBytes(file));
    }

    private static string[] Organization =>
    [
        "evaluate", Repository.PathOf("snapshots"), "--waivers", Repository.PathOf("snapshots", "neglected.waivers.yaml"),
        "--expected-accounts", Repository.PathOf("snapshots", "accounts.csv"), "--framework", "cis_v130",
        "--framework", "nist_800_53_r5",
    ];

    private static string[] Account => ["evaluate", Repository.PathOf("snapshots", "odd-cells")];

    private static ImmutableSortedDictionary<string, byte[]> Write(string[] environment, string threads)
    {
        var reports = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, line) in ((string, string[])[])[("organization", Organization), ("account", Account)])
        {
            using var folder = new TemporaryFolder();
            var config = folder.Write("config.json", WithCultures());
            var written = AllReports.Write(folder.Path, formats =>
            {
                var run = ProgramRun.Start(
                    Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"),
                    ["exec", "--runtimeconfig", config, $"{ProgramRun.Program}.dll", .. line, "--threads", threads, .. formats],
                    environment);
                Assert.True(run.ExitCode == 1, run.Error);
                Assert.DoesNotContain("PE9", run.Error, StringComparison.Ordinal);
            });
            reports.AddRange(written.Select(report => KeyValuePair.Create($"{name} {report.Key}", report.Value)));
        }

        return reports.ToImmutable();
    }

    /// <summary>The settings of the built program but for the one that leaves all cultures out.</summary>
    private static string WithCultures()
    {
        var config = JsonNode.Parse(File.ReadAllText($"{ProgramRun.Program}.runtimeconfig.json"))!;
        var settings = config["runtimeOptions"]!["configProperties"]!.AsObject();
        Assert.True(settings.Remove("System.Globalization.Invariant"));
        return config.ToJsonString();
    }
}
