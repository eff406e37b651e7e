using PolicyEval.Evaluation.Functions;
using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Documents;

/// <summary>
/// A name as a document gives it, or a pattern of names: <c>*</c> stands for any text and <c>?</c> for one character.
/// </summary>
/// <param name="Text">The name or the pattern.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record NamePattern(string Text, Location Location)
{
    /// <summary>Whether it is one name.</summary>
    public bool IsExact { get; } = Text.AsSpan().IndexOfAny('*', '?') < 0;

    /// <summary>Whether it stands for a name, letter by letter.</summary>
    public bool Matches(string name) => IsExact ? Text == name : Wildcard.Matches(Text, name);
}
