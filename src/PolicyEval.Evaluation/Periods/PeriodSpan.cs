using PolicyEval.Evaluation.Diagnostics;
using PolicyEval.Evaluation.Resources;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Periods;

/// <summary>A period: from an instant up to, and without, another one.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant behind it.</param>
public sealed record PeriodSpan(DateTimeOffset From, DateTimeOffset To)
{
    // Ten years: every day of every account is listed.
    private const int DaysMax = 3660;

    /// <summary>The first day, in UTC.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(From.UtcDateTime);

    /// <summary>How many days it touches.</summary>
    public int Days => DateOnly.FromDateTime(To.UtcDateTime.AddTicks(-1)).DayNumber - FirstDay.DayNumber + 1;

    /// <summary>Reads a period.</summary>
    /// <param name="from">RFC 3339 with a zone; a bare date means its begin in UTC.</param>
    /// <param name="to">The same; a bare date means its end.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The period, or null.</returns>
    public static PeriodSpan? Read(string from, string to, DiagnosticBag diagnostics)
    {
        var (first, last) = (InstantText.Parse(from), InstantText.ParseEnd(to));
        if (first is null)
            diagnostics.Report(OptionDescriptors.MalformedPeriod, Location.None, from, "--from");
        if (last is null)
            diagnostics.Report(OptionDescriptors.MalformedPeriod, Location.None, to, "--to");
        if (first is not { } begin || last is not { } end)
            return null;
        var span = new PeriodSpan(begin, end);
        if (begin < end && span.Days <= DaysMax)
            return span;
        diagnostics.Report(OptionDescriptors.ImpossiblePeriod, Location.None, from, to);
        return null;
    }

    /// <summary>Whether an instant lies in it.</summary>
    public bool Has(DateTimeOffset instant) => instant >= From && instant < To;
}
