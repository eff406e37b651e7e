using System.Text;
using PolicyEval.Evaluation.Periods;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Periods;

namespace PolicyEval.Reporting.Tests.Samples;

/// <summary>Periods made by hand.</summary>
internal static class PeriodSample
{
    /// <summary>Some days around the end of a month with everything that can happen.</summary>
    public static PeriodReport Eventful { get; } = Build(hostile: false);

    public static PeriodReport Hostile { get; } = Build(hostile: true);

    public static string Write(this PeriodReport report, string format)
    {
        using var stream = new MemoryStream();
        PeriodFormats.Find(format)!.Write(report, stream, ReportStyle.Plain);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static PeriodReport Build(bool hostile)
    {
        var builder = new PeriodBuilder(new PeriodSpan(Day(27), Day(36)));
        var name = hostile ? Sample.Hostile.Findings[0].Resource.Id : "user-02";
        Add(builder, 27, [Failing("user-01"), Failing(name), Failing("gone")]);
        Add(builder, 28, [Failing("user-01"), Failing(name), Failing("late") with { Waiver = new("w", "o", "j", "2027-01-01T00:00:00Z") }]);
        Add(builder, 29, [Failing(name) with { Outcome = Outcome.Incomplete }, Failing("late") with { Outcome = Outcome.Pass }], isComplete: false);
        Add(builder, 33, [Failing(name) with { Outcome = Outcome.Incomplete }, Failing("last")]);
        builder.AddFailed(hostile ? name : "111122223333/2026-03-02T000000Z", Sample.Account, Day(30), "data/users.json: error PE6101: changed");
        builder.AddFailed("bare", "", null, hostile ? name : "nothing tells when");
        return builder.Build()!;
    }

    private static DateTimeOffset Day(int day) => new DateTimeOffset(2026, 2, 1, 6, 0, 0, TimeSpan.Zero).AddDays(day - 1);

    private static Finding Failing(string name) => Sample.FindingOf("user-mfa", "1.10", name, Outcome.Fail) with
    {
        Fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)),
    };

    private static void Add(PeriodBuilder builder, int day, Finding[] findings, bool isComplete = true)
    {
        var header = Sample.Normal.Header;
        var snapshot = header.Snapshots[0] with
        {
            Digest = $"{day:x64}",
            AsOf = Day(day).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            Seal = new SealReference { IsCollected = true, At = "2026-03-01T00:00:00Z", IsComplete = isComplete },
        };
        new EvaluationResult(header with { Snapshots = [snapshot] }, [.. findings], Sample.Normal.Footer).Replay(builder.Sink($"day{day}"));
    }
}
