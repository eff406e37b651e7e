namespace PolicyEval.Language.Diagnostics;

/// <summary>What is common to all diagnostics of one id. Declared once, in the ledger of its stage.</summary>
/// <param name="Id">
/// Stable and never used again for something else: <c>PE</c> and four digits, by stage (see the ledger).
/// </param>
/// <param name="Title">A short name for the reference page.</param>
/// <param name="MessageFormat">A composite format string; the arguments are those of the report method.</param>
/// <param name="Severity">The weight.</param>
/// <param name="Help">The way out: what the reader can do, in one or two sentences.</param>
public sealed record DiagnosticDescriptor(
    string Id, string Title, string MessageFormat, DiagnosticSeverity Severity, string Help);
