namespace PolicyEval.Cli;

/// <summary>The exit codes: part of the program's contract.</summary>
internal static class ExitCodes
{
    /// <summary>All that was assessed passed.</summary>
    public const int Success = 0;

    /// <summary>A test of a policy failed, or the tests cover too little.</summary>
    public const int TestsFailed = 1;

    /// <summary>A report does not follow from its evidence.</summary>
    public const int ReportDiffers = 1;

    /// <summary>
    /// A snapshot is intact, and nobody who is trusted vouches for it; or not all of a report could be checked.
    /// </summary>
    public const int Unproven = 2;

    /// <summary>Unusable input: a bad policy, an unreadable snapshot, an output that cannot be written.</summary>
    public const int UnusableInput = 3;

    /// <summary>Wrong usage, as <c>EX_USAGE</c> in sysexits.h.</summary>
    public const int WrongUsage = 64;

    /// <summary>Cancelled, as shells report SIGINT.</summary>
    public const int Cancelled = 130;
}
