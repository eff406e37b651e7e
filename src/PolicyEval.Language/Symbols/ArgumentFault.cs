namespace PolicyEval.Language.Symbols;

/// <summary>Why a constant argument can never be right.</summary>
/// <param name="Message">A sentence without a full stop, such as <c>missing closing parenthesis</c>.</param>
/// <param name="Offset">Where in the string, in UTF-16 units; -1 for the argument as a whole.</param>
public sealed record ArgumentFault(string Message, int Offset = -1);
