using System.Collections.Concurrent;

namespace PolicyEval.Language.Library.RegularExpressions;

/// <summary>
/// The patterns that were met at run time, compiled, faulty ones too. It forgets everything when it is full, which
/// costs time and changes no result. Safe on all threads.
/// </summary>
internal sealed class Re2Cache
{
    private const int Capacity = 256;

    private readonly ConcurrentDictionary<string, (Re2Regex? Regex, string Error)> _known = new(StringComparer.Ordinal);

    /// <summary>The compiled pattern, or null and what is wrong with it.</summary>
    public (Re2Regex? Regex, string Error) GetOrCompile(string pattern)
    {
        if (_known.TryGetValue(pattern, out var found))
            return found;

        var compiled = Re2.TryCompile(pattern, out var regex, out var error, out var offset)
            ? (regex, "")
            : (null, $"invalid regular expression: {error} at offset {offset}");
        if (_known.Count >= Capacity)
            _known.Clear();
        _known[pattern] = compiled;
        return compiled;
    }
}
