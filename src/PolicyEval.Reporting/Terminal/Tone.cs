namespace PolicyEval.Reporting.Terminal;

/// <summary>What a piece of text means; a terminal with colours shows it, and the words say it without.</summary>
internal enum Tone
{
    Plain,
    Heading,
    Good,
    Bad,
    Doubtful,
    Quiet,
}
