namespace PolicyEval.Language.Tests.Naive.Values;

/// <summary>What an expression comes to.</summary>
/// <param name="Value">A value, or a fault or what is missing in its place.</param>
/// <param name="Reads">The cells that decided, in the order in which they were read.</param>
internal sealed record Outcome(object Value, IReadOnlyList<Cell> Reads)
{
    public bool IsValue => Value is not (Fault or Missing);

    /// <summary>A value for which nothing was read.</summary>
    public static Outcome Of(object value) => new(value, []);

    /// <summary>The same, where cells were read before.</summary>
    public Outcome After(IEnumerable<Cell> reads) => new(Value, [.. reads, .. Reads]);

    /// <summary>What a function makes of its arguments; what becomes of them where one is no value.</summary>
    public static Outcome Strict(IReadOnlyCollection<Outcome> arguments, Func<object[], object> function)
    {
        List<Cell> reads = [.. arguments.SelectMany(argument => argument.Reads)];
        var values = arguments.Select(argument => argument.Value).ToArray();
        return new(arguments.All(argument => argument.IsValue) ? function(values) : Missing.Or(values), reads);
    }

    /// <summary>The same of one argument.</summary>
    public Outcome Then(Func<object, object> function) => IsValue ? new(function(Value), Reads) : this;
}
