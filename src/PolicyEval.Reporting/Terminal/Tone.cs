namespace PolicyEval.Reporting.Terminal;

/// <summary>What a piece of text means; a terminal with colours shows it, and the words say it without.</summary>
public enum Tone
{
    /// <summary>No meaning of its own.</summary>
    Plain,

    /// <summary>Names what follows.</summary>
    Heading,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something failed.</summary>
    Bad,

    /// <summary>Something is missing or unusual.</summary>
    Doubtful,

    /// <summary>Detail for those who look.</summary>
    Quiet,
}
