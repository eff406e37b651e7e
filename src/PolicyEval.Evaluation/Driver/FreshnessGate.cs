using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Evaluation.Results;
using PolicyEval.Language.Diagnostics;
using PolicyEval.Snapshots;
using PolicyEval.Snapshots.Sealing;

namespace PolicyEval.Evaluation.Driver;

/// <summary>Says whether evidence is too old to rely on. It never changes an outcome.</summary>
/// <param name="Reference">What the user asked for, for the report.</param>
/// <param name="MaxAge">The greatest age.</param>
/// <param name="Now">The instant that the user calls now.</param>
internal sealed record FreshnessGate(Freshness Reference, TimeSpan MaxAge, DateTimeOffset Now)
{
    // AWS refuses requests of a clock that is five minutes off, so the collector's was not.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>The gate that the options ask for, or null.</summary>
    public static FreshnessGate? Read(string? maxAge, string? now, DiagnosticBag diagnostics)
    {
        if (maxAge is null && now is null)
            return null;
        if (maxAge is null || now is null)
        {
            diagnostics.Report(
                OptionDescriptors.AgeNeedsBoth, Location.None, maxAge is null ? "--now" : "--max-age",
                maxAge is null ? "--max-age" : "--now");
            return null;
        }

        var (age, instant) = (AgeText.Parse(maxAge), InstantText.Parse(now));
        if (age is null)
            diagnostics.Report(OptionDescriptors.MalformedMaxAge, Location.None, maxAge);
        if (instant is null)
            diagnostics.Report(OptionDescriptors.MalformedNow, Location.None, now);
        return age is { } span && instant is { } time
            ? new FreshnessGate(new Freshness(maxAge, Instants.ToText(time)), span, time)
            : null;
    }

    /// <summary>The age of a snapshot's evidence.</summary>
    public EvidenceAge AgeOf(SnapshotOutline snapshot) => TimeOf(snapshot) is { } time
        ? new EvidenceAge(Math.Max(0, (long)(Now - time).TotalSeconds), Now - time > MaxAge)
        : new EvidenceAge(null, IsTooOld: true);

    /// <summary>Reports evidence from after now: then now is not meant.</summary>
    public void Check(SnapshotOutline snapshot, DiagnosticBag diagnostics)
    {
        if (TimeOf(snapshot) is { } time && time > Now + ClockSkew)
            diagnostics.Report(
                OptionDescriptors.NowBeforeEvidence, Location.None, Reference.Now, Instants.ToText(time),
                snapshot.Name);
    }

    private static DateTimeOffset? TimeOf(SnapshotOutline snapshot)
    {
        var collected = snapshot.Document is { Origin: SnapshotOrigin.Collected } document
            ? document.StartedAt
            : (DateTimeOffset?)null;
        return (snapshot.GeneratedTime ?? collected) is { } time ? Instants.ToSecond(time) : null;
    }
}
