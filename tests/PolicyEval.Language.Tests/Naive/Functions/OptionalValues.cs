using PolicyEval.Language.Tests.Naive.Values;

namespace PolicyEval.Language.Tests.Naive.Functions;

/// <summary>The strict functions on optionals.</summary>
internal static class OptionalValues
{
    public static IEnumerable<(string, Func<object[], object>)> All { get; } =
    [
        ("optional.none", a => a is [] ? NaiveOptional.None : Fault.NoOverload),
        ("optional.of", a => a is [var value] ? new NaiveOptional(value) : Fault.NoOverload),
        ("optional.ofNonZeroValue", a => a is [var value]
            ? IsZero(value) ? NaiveOptional.None : new NaiveOptional(value)
            : Fault.NoOverload),
        ("optional.unwrap", Unwrap),
        (".unwrapOpt", Unwrap),
        (".hasValue", a => a is [NaiveOptional optional] ? optional.Content is not null : Fault.NoOverload),
        (".value", a => a is [NaiveOptional optional] ? optional.Content ?? new Fault("none") : Fault.NoOverload),
    ];

    private static bool IsZero(object value) => value switch
    {
        NaiveNull or false or 0L or 0UL or 0.0 => true,
        NaiveText text => text.Points.Length == 0,
        byte[] bytes => bytes.Length == 0,
        object[] list => list.Length == 0,
        NaiveMap map => map.Entries.Count == 0,
        NaiveSpan span => span.Nanoseconds == 0,

        // The zero time of cel-go: 0001-01-01.
        NaiveTime time => TimeText.Format(time) == "0001-01-01T00:00:00Z",
        _ => false,
    };

    private static object Unwrap(object[] arguments)
    {
        if (arguments is not [object[] list] || list.Any(element => element is not NaiveOptional))
            return Fault.NoOverload;
        return list.Cast<NaiveOptional>().Select(o => o.Content).OfType<object>().ToArray();
    }
}
