namespace PolicyEval.Reporting.Words;

/// <summary>Writes paths as URI references (RFC 3986).</summary>
internal static class PathUri
{
    /// <summary>
    /// A relative path with slashes, each name percent-encoded. What would be read as a scheme, or as a way up, is no
    /// trouble: a colon is encoded, and a path that leads up is never handed in.
    /// </summary>
    public static string Of(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
