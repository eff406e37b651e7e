using System.Collections.Immutable;

namespace PolicyEval.Evaluation.Periods;

/// <summary>Says of every day of a period what there is of an account.</summary>
/// <param name="firstDay">The first day, in UTC.</param>
/// <param name="days">How many days.</param>
internal sealed class CoverageFinder(DateOnly firstDay, int days)
{
    /// <summary>The days of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="observations">What was evaluated.</param>
    /// <param name="failed">What could not be, or not whole.</param>
    public AccountCoverage Find(
        string account, IReadOnlyCollection<Observation> observations, IReadOnlyCollection<FailedSnapshot> failed)
    {
        var states = new DayState[days];
        foreach (var observation in observations)
        {
            Raise(states, observation.At, observation.Snapshot.Seal is { IsCollected: true, IsComplete: false }
                ? DayState.Incomplete
                : DayState.Complete);
        }

        foreach (var snapshot in failed.Where(snapshot => !snapshot.IsUsed && snapshot.At is not null))
            Raise(states, Resources.InstantText.Parse(snapshot.At!)!.Value, DayState.Failed);
        return new AccountCoverage(account, observations.Count, [.. states], GapsOf(states));
    }

    private void Raise(DayState[] states, DateTimeOffset at, DayState state)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime).DayNumber - firstDay.DayNumber;
        if (day >= 0 && day < days && states[day] < state)
            states[day] = state;
    }

    private ImmutableArray<DayGap> GapsOf(DayState[] states)
    {
        var gaps = ImmutableArray.CreateBuilder<DayGap>();
        for (var day = 0; day < days; day++)
        {
            if (states[day] > DayState.Failed)
                continue;
            var first = day;
            while (day + 1 < days && states[day + 1] <= DayState.Failed)
                day++;
            gaps.Add(new DayGap(firstDay.AddDays(first), firstDay.AddDays(day)));
        }

        return gaps.ToImmutable();
    }
}
