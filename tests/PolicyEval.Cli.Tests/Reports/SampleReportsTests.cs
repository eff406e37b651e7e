using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyEval.Testing;
using Snapshooter;
using Snapshooter.Xunit;

namespace PolicyEval.Cli.Tests.Reports;

/// <summary>
/// What <c>policyeval evaluate</c> writes of the three sample snapshots, in every format. A new format has no golden
/// file yet and fails here: look at what it writes, then keep it.
/// </summary>
public sealed class SampleReportsTests
{
    private static readonly ConcurrentDictionary<string, ImmutableSortedDictionary<string, byte[]>> Written = new();

    public static TheoryData<string, string> Reports
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var snapshot in (string[])["well-kept", "neglected", "odd-cells"])
            {
                foreach (var report in AllReports.Names)
                    rows.Add(snapshot, report);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_sample_is_reported_so(string snapshot, string report) => Snapshot.Match(
        GoldenText.Of(Written.GetOrAdd(snapshot, Write)[report]), SnapshotNameExtension.Create(snapshot, report));

    private static ImmutableSortedDictionary<string, byte[]> Write(string snapshot)
    {
        using var folder = new TemporaryFolder();
        return AllReports.Write(folder.Path, formats =>
        {
            var run = CliRun.Of(["evaluate", Repository.PathOf("snapshots", snapshot), .. formats]);
            Assert.True(run.ExitCode is 0 or 1, run.Error);
        });
    }
}
