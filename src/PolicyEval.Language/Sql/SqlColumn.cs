namespace PolicyEval.Language.Sql;

/// <summary>A column of a SELECT.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it gives.</param>
public sealed record SqlColumn(string Name, SqlNode Value);
