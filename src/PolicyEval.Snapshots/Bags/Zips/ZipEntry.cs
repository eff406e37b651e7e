namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>What the central directory of a zip says of an entry.</summary>
internal sealed record ZipEntry
{
    private const uint TypeMask = 0xF;
    private const uint DosFolder = 0x10;

    /// <summary>With the top-level folder; a folder's ends in a slash. One character for each byte.</summary>
    public required string Name { get; init; }

    public required ushort Flags { get; init; }

    public required bool IsDeflated { get; init; }

    public required uint Crc { get; init; }

    /// <summary>The bytes in the zip.</summary>
    public required uint PackedLength { get; init; }

    /// <summary>The bytes of the file.</summary>
    public required uint Length { get; init; }

    /// <summary>Where the local header starts.</summary>
    public required uint Offset { get; init; }

    /// <summary>Unix mode above, DOS attributes below.</summary>
    public required uint Attributes { get; init; }

    /// <summary>Where the packed bytes start; 0 until the local header was read.</summary>
    public long DataOffset { get; init; }

    public bool IsFolder => Name.EndsWith('/');

    /// <summary>Whether sizes follow behind the packed bytes.</summary>
    public bool HasDescriptor => (Flags & ZipFormat.DescriptorFlag) != 0;

    /// <summary>What it is, if neither a file nor a folder of that name; else null.</summary>
    public string? Oddity => ((Attributes >> 28) & TypeMask) switch
    {
        0 when (Attributes & DosFolder) != 0 && !IsFolder => "a folder with the name of a file",
        0 => null,
        0x4 => IsFolder ? null : "a folder with the name of a file",
        0x8 => IsFolder ? "a file with the name of a folder" : null,
        0xA => "a link",
        _ => "a pipe or device",
    };
}
