using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Terminal;

/// <summary>The widths of a table of controls: as wide as its rows need, and the title gets what is left.</summary>
/// <param name="Name">Of the id. A longer name gets a line of its own.</param>
/// <param name="Failing">Of the counts, which are never cut.</param>
/// <param name="Title">Of the title.</param>
/// <param name="IsTitleBelow">Whether the title stands in lines of its own, for want of room beside the rest.</param>
internal sealed record TableColumns(int Name, int Failing, int Title, bool IsTitleBelow)
{
    /// <summary>How far everything below a row is indented.</summary>
    public const int Indent = 9;

    /// <summary>The width of the outcome.</summary>
    public const int Outcome = 16;

    /// <summary>The width of the severity.</summary>
    public const int Severity = 10;

    private const int NameMax = 17;
    private const int FailingMin = 11;
    private const int TitleMin = 30;

    /// <summary>The columns for some rows in a terminal.</summary>
    public static TableColumns For(IEnumerable<TableRow> rows, int width)
    {
        var (name, failing) = (Indent, FailingMin);
        foreach (var row in rows)
        {
            var needed = TextLayout.WidthOf(SafeText.Of(row.Name)) + 1;
            name = needed <= NameMax ? Math.Max(name, needed) : name;
            failing = Math.Max(failing, row.Failing.Length + 2);
        }

        var title = width - name - Outcome - Severity - failing;
        return title < TitleMin
            ? new TableColumns(name, failing, width - Indent, IsTitleBelow: true)
            : new TableColumns(name, failing, title, IsTitleBelow: false);
    }
}
