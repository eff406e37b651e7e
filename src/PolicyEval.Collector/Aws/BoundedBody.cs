namespace PolicyEval.Collector.Aws;

/// <summary>Reads an answer's body, but no more than a bound.</summary>
internal static class BoundedBody
{
    private const int Piece = 64 * 1024;

    /// <summary>Fills the stream with the body; false where the body is longer than the bound.</summary>
    /// <exception cref="IOException">The connection was cut; the stream holds what came.</exception>
    /// <exception cref="HttpRequestException">The same.</exception>
    public static async Task<bool> TryReadAsync(
        HttpContent content, MemoryStream body, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
            return false;

        var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var piece = new byte[Piece];
            while (await stream.ReadAsync(piece, cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                if (body.Length + count > limit)
                    return false;
                body.Write(piece, 0, count);
            }
        }

        return true;
    }
}
