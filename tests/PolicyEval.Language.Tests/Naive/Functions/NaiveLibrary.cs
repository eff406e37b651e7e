using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>
/// The door of the folder: all strict functions and operators by name, methods with a dot before it. Each takes values
/// alone, and answers with a value or a fault.
/// </summary>
internal static class NaiveLibrary
{
    private static readonly Dictionary<string, Func<object[], object>> ByName = All().ToDictionary();

    /// <summary>The function of a name, or null.</summary>
    public static Func<object[], object>? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<(string, Func<object[], object>)> All() =>
    [
        Binary("+", Arithmetic.Add),
        Binary("-", Arithmetic.Subtract),
        Binary("*", Arithmetic.Multiply),
        Binary("/", Arithmetic.Divide),
        Binary("%", Arithmetic.Modulo),
        Binary("==", (l, r) => Comparison.AreEqual(l, r)),
        Binary("!=", (l, r) => !Comparison.AreEqual(l, r)),
        Binary("<", (l, r) => Comparison.Holds(l, r, order => order < 0)),
        Binary("<=", (l, r) => Comparison.Holds(l, r, order => order <= 0)),
        Binary(">", (l, r) => Comparison.Holds(l, r, order => order > 0)),
        Binary(">=", (l, r) => Comparison.Holds(l, r, order => order >= 0)),
        Binary("in", Containers.In),
        Unary("-_", Arithmetic.Negate),
        Unary("!_", value => value is bool truth ? !truth : Fault.NoOverload),
        Unary("size", Containers.Size),
        Unary(".size", Containers.Size),
        Unary("int", Conversions.ToInt),
        Unary("uint", Conversions.ToUint),
        Unary("double", Conversions.ToDouble),
        Unary("bool", Conversions.ToBool),
        Unary("string", Conversions.ToText),
        Unary("bytes", Conversions.ToBytes),
        Unary("timestamp", Conversions.ToTimestamp),
        Unary("duration", Conversions.ToDuration),
        Unary("type", NaiveType.Of),
        Unary("dyn", value => value),
        (".format", Formatting.Format),
        .. TimeParts.All,
        .. Strings.All,
        .. Numbers.All,
        .. Lists.All,
        .. OptionalValues.All,
        .. Encoders.All,
        .. RegularExpressions.All,
        .. Networks.All,
    ];

    private static (string, Func<object[], object>) Unary(string name, Func<object, object> function) =>
        (name, arguments => arguments is [var value] ? function(value) : Fault.NoOverload);

    private static (string, Func<object[], object>) Binary(string name, Func<object, object, object> function) =>
        (name, arguments => arguments is [var left, var right] ? function(left, right) : Fault.NoOverload);
}
