using System.Collections.Immutable;

namespace PolicyEval.Language.Sql;

/// <summary>A step of a statement, which later ones read by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parts">At least one SELECT; the rows of all, one after the other.</param>
public sealed record SqlStage(string Name, ImmutableArray<SqlSelect> Parts);
