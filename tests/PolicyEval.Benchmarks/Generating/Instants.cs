namespace PolicyEval.Benchmarks.Generating;

/// <summary>Invented instants in seconds since 1970, often at the very edge of a rule.</summary>
internal sealed class Instants(SeededRandom random)
{
    private const int Day = 86_400;
    private const int Years = 8 * 365 * Day;
    private const int Limit = 90 * Day;

    /// <summary>Some time in eight years.</summary>
    public long Creation() => ReportShape.AsOfSeconds - Limit - 1 - random.Next(Years);

    /// <summary>Since an instant, mostly lately; one in a hundred is 90 days old, or a second more or less.</summary>
    public long Since(long start, int recentPerMille)
    {
        var limit = ReportShape.AsOfSeconds - Limit;
        if (random.PerMille(10))
            return Math.Max(start, limit + random.Next(3) - 1);
        if (random.PerMille(recentPerMille))
            return Math.Max(start, limit + 1 + random.Next(Limit));
        return start + random.Next((int)Math.Max(1, limit - start));
    }

    /// <summary>A key's creation: some are made with the user, in ten seconds or just a little more.</summary>
    public long KeyMade(long userCreated) => random.PerMille(120)
        ? userCreated + random.Next(13)
        : Since(userCreated, recentPerMille: 550);

    /// <summary>Up to 90 days ahead.</summary>
    public long Ahead() => ReportShape.AsOfSeconds + random.Next(Limit);
}
