using System.Net.Http.Headers;

namespace PolicyEval.Collector.Aws;

/// <summary>Texts of headers, as they may stand in a record: printable ASCII, of bounded length.</summary>
internal static class HeaderText
{
    private const int Limit = 128;

    /// <summary>The header's text; empty where there is none.</summary>
    public static string Of(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? Of(values.ToString()) : "";

    /// <summary>The text without what is not printable ASCII.</summary>
    public static string Of(string text) =>
        string.Concat(text.Where(letter => letter is >= ' ' and <= '~').Take(Limit));
}
