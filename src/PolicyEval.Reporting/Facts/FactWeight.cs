namespace PolicyEval.Reporting.Facts;

/// <summary>How much a fact should strike the reader.</summary>
internal enum FactWeight
{
    /// <summary>As it should be.</summary>
    Plain,

    /// <summary>Not standard, or not sure.</summary>
    Doubtful,

    /// <summary>Do not rely on what follows.</summary>
    Bad,
}
