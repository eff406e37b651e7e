namespace PolicyEval.Snapshots.Cells;

/// <summary>What most cells of reports say, as texts that are there once.</summary>
internal static class UsualTexts
{
    /// <summary>The text of the bytes, or null for any that is less usual.</summary>
    public static string? Find(ReadOnlySpan<byte> cell) => QuickTyper.TokenOf(cell) switch
    {
        CellKind.Empty => "",
        CellKind.NotApplicable => "N/A",
        CellKind.NotSupported => "not_supported",
        CellKind.NoInformation => "no_information",
        _ when cell.SequenceEqual("true"u8) => "true",
        _ when cell.SequenceEqual("false"u8) => "false",
        _ => null,
    };
}
