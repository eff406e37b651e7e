namespace PolicyEval.Reporting.Sarif;

/// <summary>A thing that is no place in a file (SARIF 2.1.0, 3.33).</summary>
/// <param name="Name">What people call it, exactly.</param>
/// <param name="FullyQualifiedName">What tells it from all others, exactly.</param>
/// <param name="Kind">What sort of thing it is, such as <c>resource</c>.</param>
internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName, string Kind);
