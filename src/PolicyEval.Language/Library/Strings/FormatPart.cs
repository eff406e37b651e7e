namespace PolicyEval.Language.Library.Strings;

/// <summary>A piece of a format: text as it stands, or a clause such as <c>%.2f</c>.</summary>
/// <param name="Text">The text; empty for a clause.</param>
/// <param name="Verb">The letter of the clause, or <c>'\0'</c> for text.</param>
/// <param name="Precision">The digits behind the point; 6 unless given.</param>
internal readonly record struct FormatPart(string Text, char Verb = '\0', int Precision = 6);
