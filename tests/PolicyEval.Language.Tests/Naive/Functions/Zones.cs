using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>Time zones: fixed offsets, and those of the IANA database, read from its files.</summary>
internal static partial class Zones
{
    private const string Folder = "/usr/share/zoneinfo";

    private static readonly ConcurrentDictionary<string, ZoneFile?> Files = new();

    /// <summary>Whether the database is here.</summary>
    public static bool AreHere { get; } = Directory.Exists(Folder);

    /// <summary>How far a zone is ahead of UTC, in seconds; null where there is no such zone.</summary>
    public static int? OffsetAt(string zone, NaiveTime time)
    {
        if (zone == "UTC")
            return 0;
        if (!char.IsAsciiLetter(zone.FirstOrDefault()))
            return TimeText.Offset(zone);
        if (Files.GetOrAdd(zone, Read) is not { } file)
            return null;
        var (days, ofDay) = Calendar.Split(time.Nanoseconds);
        var second = (days * 86_400L) + (long)(ofDay / NaiveSpan.Second);

        // The database is good from 1970 on. Before that .NET tells something else, and of local mean times no seconds.
        if (second >= 0)
            return file.OffsetAt(second);
        var known = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return (int)known.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(second)).TotalSeconds;
    }

    private static ZoneFile? Read(string zone)
    {
        var path = Path.Combine(Folder, zone);
        return Name().IsMatch(zone) && File.Exists(path) ? new ZoneFile(File.ReadAllBytes(path)) : null;
    }

    [GeneratedRegex("^[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)*\\z")]
    private static partial Regex Name();
}
