namespace PolicyEval.Evaluation.Queries;

/// <summary>What a row of the step <c>resources</c> is.</summary>
internal static class RowShape
{
    /// <summary>A row of the table.</summary>
    public const string Row = "row";

    /// <summary>Stands for a root user of whom the report has no row.</summary>
    public const string NoRow = "no_row";

    /// <summary>Stands for the users of an account that has none.</summary>
    public const string NoUsers = "no_users";
}
