namespace PolicyEval.Collector;

/// <summary>The exit codes: part of the program's contract.</summary>
internal static class ExitCodes
{
    /// <summary>Every account was collected, and each is complete.</summary>
    public const int Complete = 0;

    /// <summary>Something was collected, but an account failed or is incomplete.</summary>
    public const int Incomplete = 2;

    /// <summary>Nothing was collected.</summary>
    public const int Nothing = 3;

    /// <summary>Wrong usage, as <c>EX_USAGE</c> in sysexits.h.</summary>
    public const int WrongUsage = 64;

    /// <summary>Cancelled, as shells report SIGINT.</summary>
    public const int Cancelled = 130;
}
