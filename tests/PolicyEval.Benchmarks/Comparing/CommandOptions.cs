using System.Globalization;

namespace PolicyEval.Benchmarks.Comparing;

/// <summary>Options of a command line: <c>--name value</c>, or <c>--name</c> alone for a switch.</summary>
internal sealed class CommandOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">What follows the command.</param>
    /// <param name="names">The options that take a value.</param>
    /// <param name="switches">Those that take none.</param>
    /// <exception cref="ArgumentException">An option is unknown or has no value.</exception>
    public CommandOptions(ReadOnlySpan<string> arguments, string[] names, string[] switches)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            if (switches.Contains(name))
                _values[name] = "";
            else if (names.Contains(name) && i + 1 < arguments.Length)
                _values[name] = arguments[++i];
            else
                throw new ArgumentException($"{name}: the options are {string.Join(", ", [.. names, .. switches])}.");
        }
    }

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A number, 1 or more.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public long Number(string name, long otherwise) => Text(name) is { } text ? NumberOf(name, text) : otherwise;

    /// <summary>Numbers, 1 or more, separated by commas.</summary>
    /// <exception cref="ArgumentException">One is none.</exception>
    public int[] Numbers(string name, params int[] otherwise) => Text(name) is { } text
        ? [.. text.Split(',').Select(number => (int)NumberOf(name, number))]
        : otherwise;

    /// <summary>Names, separated by commas; all of them where the option is not given.</summary>
    /// <exception cref="ArgumentException">One is unknown.</exception>
    public string[] Names(string name, string[] all)
    {
        var names = Text(name)?.Split(',') ?? all;
        return names.Except(all).FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"{name} {unknown}: it is {string.Join(", ", all)}.")
            : names;
    }

    private static long NumberOf(string name, string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= int.MaxValue
            ? number
            : throw new ArgumentException($"{name} {text}: it is a whole number, 1 or more.");
}
