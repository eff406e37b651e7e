namespace PolicyEval.Benchmarks.Generating;

/// <summary>Makes a row odd in one way: what old reports, other writers and damage leave.</summary>
internal sealed class OddCells(SeededRandom random)
{
    private static readonly int[] Flags = [3, 7, 8, 13];

    private static readonly int[] Dates = [2, 4, 5, 9, 10, 14, 15];

    private static readonly string[] FlagTexts = ["", "N/A", "no_information", "not_supported", "pending", "True"];

    // A date behind the instant of the report, and one with another offset, 90 days and an hour before it.
    private static readonly string[] DateTexts =
    [
        "", "N/A", "no_information", "not_supported", "pending", "2026-03-01T06:15:01+00:00",
        "2025-12-01T07:15:00+02:00", "2025-12-01T06:15:00Z",
    ];

    private static readonly string[] InfoTexts =
        ["N/A", "no_information", "not_supported", "access_key_3,access_key_4"];

    private const int Info = 22;

    /// <summary>Chooses how the next row is odd.</summary>
    public void Choose(RowText row)
    {
        switch (random.Next(6))
        {
            case 0:
                row.WritesZ = true;
                break;
            case 1:
                row.WritesCapitals = true;
                break;
            case 2:
                row.WritesQuotes = true;
                break;
            case 3:
                SetCell(row, Flags[random.Next(Flags.Length)], FlagTexts);
                break;
            case 4:
                SetCell(row, Dates[random.Next(Dates.Length)], DateTexts);
                break;
            default:
                row.WritesQuotes = true;
                SetCell(row, Info, InfoTexts);
                break;
        }
    }

    private void SetCell(RowText row, int column, string[] texts)
    {
        row.OddColumn = column;
        row.OddCell = texts[random.Next(texts.Length)];
    }
}
