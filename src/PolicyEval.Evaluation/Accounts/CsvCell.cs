using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Accounts;

/// <summary>A cell of a list of accounts.</summary>
/// <param name="Text">What it says, without quotes and the spaces around it.</param>
/// <param name="Location">Where.</param>
internal readonly record struct CsvCell(string Text, Location Location);
