using System.Collections.Immutable;
using System.Text;

namespace PolicyEval.Snapshots.Calls;

/// <summary>The last look at a finished file before it is sealed: does anything in it look like a secret?</summary>
public static class SecretScan
{
    private const int Window = 128;
    private const int HitsMax = 100;

    /// <summary>
    /// The places that look like secrets, at most a hundred, in the order of the file. Linear in its size.
    /// </summary>
    public static ImmutableArray<SecretHit> Scan(string path, ReadOnlyMemory<byte> bytes)
    {
        var text = bytes.Span;
        var hits = ImmutableArray.CreateBuilder<SecretHit>();
        var (line, lineStart, counted) = (1, 0, 0);
        foreach (var span in SecretFinder.Find(text, Window, HitsMax))
        {
            var between = text[counted..span.Start];
            line += between.Count((byte)'\n');
            if (between.LastIndexOf((byte)'\n') is var feed and >= 0)
                lineStart = counted + feed + 1;
            counted = span.Start;
            hits.Add(new SecretHit(
                path, line, 1 + Encoding.UTF8.GetCharCount(text[lineStart..span.Start]), span.Kind));
        }

        return hits.ToImmutable();
    }
}
