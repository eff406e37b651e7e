using PolicyEval.Language.Values;

namespace PolicyEval.Language.Symbols;

/// <summary>The body of an overload without arguments other than its receiver, or of one argument.</summary>
public delegate CelValue UnaryBody(CelValue argument);

/// <summary>The body of an overload of two arguments, the receiver among them.</summary>
public delegate CelValue BinaryBody(CelValue left, CelValue right);

/// <summary>The body of an overload of any number of arguments, the receiver first.</summary>
public delegate CelValue VariadicBody(ReadOnlySpan<CelValue> arguments);
