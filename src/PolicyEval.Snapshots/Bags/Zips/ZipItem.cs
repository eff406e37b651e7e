namespace PolicyEval.Snapshots.Bags.Zips;

/// <summary>A stored entry of a zip.</summary>
/// <param name="Name">With the top-level folder; ASCII.</param>
/// <param name="Crc">CRC-32 of its bytes.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Offset">Where its local header starts.</param>
internal readonly record struct ZipItem(string Name, uint Crc, uint Length, uint Offset);
