namespace PolicyEval.Snapshots.Cells;

/// <summary>What most cells of reports say, as texts that are there once.</summary>
internal static class UsualTexts
{
    /// <summary>The text of the bytes, or null for any that is less usual.</summary>
    public static string? Find(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        0 => "",
        3 when cell.SequenceEqual("N/A"u8) => "N/A",
        4 when cell.SequenceEqual("true"u8) => "true",
        5 when cell.SequenceEqual("false"u8) => "false",
        13 when cell.SequenceEqual("not_supported"u8) => "not_supported",
        14 when cell.SequenceEqual("no_information"u8) => "no_information",
        _ => null,
    };
}
