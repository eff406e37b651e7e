using System.Security.Cryptography;
using System.Text;

namespace PolicyEval.Snapshots.Sources;

/// <summary>The bytes of one file and the name under which evidence cites it. Immutable.</summary>
/// <param name="name">The name.</param>
/// <param name="memory">The bytes.</param>
/// <param name="sha256">Their sha256 where it is known already.</param>
internal sealed class Source(string name, ReadOnlyMemory<byte> memory, string? sha256 = null)
{
    private string? _sha256 = sha256;

    public string Name { get; } = name;

    public ReadOnlyMemory<byte> Memory { get; } = memory;

    public ReadOnlySpan<byte> Bytes => Memory.Span;

    /// <summary>Where the text starts: behind the byte order mark, which is part of the file and no column.</summary>
    public int TextStart => TextCheck.StartOf(Bytes);

    /// <summary>64 lower-case hexadecimal digits; computed once.</summary>
    public string Sha256() => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The line and column of an offset, 1-based, columns in UTF-16 units.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var before = Bytes[..offset];
        var lineStart = Math.Min(offset, Math.Max(before.LastIndexOf((byte)'\n') + 1, TextStart));
        return (1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(Bytes[lineStart..offset]));
    }

    public Source Renamed(string name) => new(name, Memory, _sha256);
}
