using System.Collections.Immutable;
using System.Globalization;
using PolicyEval.Snapshots.Diagnostics;

namespace PolicyEval.Collector.Runs;

/// <summary>Why a snapshot was not sealed, in one line.</summary>
internal static class RefusalText
{
    private const int PlacesMax = 3;

    /// <summary>Every reason once, with the places where it holds, and every way out once.</summary>
    public static string Of(ImmutableArray<SnapshotDiagnostic> diagnostics)
    {
        var reasons = diagnostics
            .GroupBy(diagnostic => $"{diagnostic.Id}: {diagnostic.Message.TrimEnd('.')}.", StringComparer.Ordinal)
            .Select(group => PlacesOf([.. group.Select(PlaceOf).Where(place => place.Length > 0)]) + group.Key);
        var helps = diagnostics.Select(diagnostic => diagnostic.Help).Distinct(StringComparer.Ordinal);
        return string.Join(' ', reasons.Concat(helps));
    }

    private static string PlacesOf(ImmutableArray<string> places) => places.Length switch
    {
        0 => "",
        <= PlacesMax => string.Join(", ", places) + ": ",
        _ => $"{string.Join(", ", places.Take(PlacesMax))} and {places.Length - PlacesMax} more: ",
    };

    private static string PlaceOf(SnapshotDiagnostic diagnostic) => diagnostic.Line == 0
        ? diagnostic.File
        : string.Create(
            CultureInfo.InvariantCulture, $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}");
}
