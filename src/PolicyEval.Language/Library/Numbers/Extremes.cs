using PolicyEval.Language.Symbols;
using PolicyEval.Language.Values;

namespace PolicyEval.Language.Library.Numbers;

/// <summary>
/// The greatest and the least of numbers. Of equal ones the first is kept. NaN beside another number is an error, since
/// it is neither greater nor less, and the answer would depend on where it stands (cel-go: "NaN values cannot be
/// ordered").
/// </summary>
internal static class Extremes
{
    /// <summary><c>math.greatest(…)</c>.</summary>
    public static CelValue Greatest(ReadOnlySpan<CelValue> numbers) => Extreme("math.greatest", numbers, Order.Greater);

    /// <summary><c>math.least(…)</c>.</summary>
    public static CelValue Least(ReadOnlySpan<CelValue> numbers) => Extreme("math.least", numbers, Order.Less);

    /// <summary>The same of the elements of a list.</summary>
    public static CelValue OfList(CelValue list, VariadicBody body)
    {
        var elements = new CelValue[list.AsList.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = list.AsList[i];
        return body(elements);
    }

    private static CelValue Extreme(string function, ReadOnlySpan<CelValue> numbers, Order wanted)
    {
        if (numbers.IsEmpty)
            return CelValue.Error($"{function} of an empty list");

        foreach (var number in numbers)
        {
            if (!number.IsValue)
                return Strict.All(numbers);
            if (!NumberOrder.IsNumber(number.Kind))
                return CelErrors.NoOverload(function, number);
        }

        var best = numbers[0];
        foreach (var number in numbers[1..])
        {
            var order = NumberOrder.Compare(number, best);
            if (order == Order.Unordered)
                return CelValue.Error($"{function} cannot order NaN");
            if (order == wanted)
                best = number;
        }

        return best;
    }
}
