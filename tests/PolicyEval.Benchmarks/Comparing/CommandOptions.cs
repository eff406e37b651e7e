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

    /// <summary>A number.</summary>
    public long Number(string name, long otherwise) =>
        Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Numbers, separated by commas.</summary>
    public int[] Numbers(string name, params int[] otherwise) => Text(name) is { } text
        ? [.. text.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]
        : otherwise;
}
