using PolicyEval.Language.Binding;

namespace PolicyEval.Language.Analysis;

/// <summary>That an atom is true or false where an expression is evaluated.</summary>
/// <param name="Atom">The atom; its own negation is of no meaning here.</param>
/// <param name="Value">Whether it holds.</param>
/// <param name="Source">The condition that was asked.</param>
/// <param name="SourceValue">Whether that holds.</param>
internal readonly record struct Fact(Atom Atom, bool Value, BoundExpression Source, bool SourceValue);
