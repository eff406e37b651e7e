using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>Masks what looks like a secret in a short text: an error message, a parameter, a header.</summary>
public static class SecretText
{
    // In a text this short every forty characters are near the word secret, if it is there at all.
    private const int Window = 4096;

    /// <summary>
    /// The text with access key ids masked to the last four characters, and every other secret replaced by
    /// <c>[redacted]</c>.
    /// </summary>
    public static string Mask(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = SecretFinder.Find(bytes, Window);
        if (found.Count == 0)
            return text;
        var masked = new StringBuilder();
        var end = 0;
        foreach (var span in found)
        {
            masked.Append(Encoding.UTF8.GetString(bytes.AsSpan(end, span.Start - end)));
            end = span.End;
            masked.Append(SecretMask.Of(span.Kind, Encoding.UTF8.GetString(bytes.AsSpan(span.Start..span.End))));
        }

        return masked.Append(Encoding.UTF8.GetString(bytes.AsSpan(end))).ToString();
    }
}
