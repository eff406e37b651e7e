using System.Globalization;
using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Words;

namespace PolicyEval.Reporting.Html.Markup;

/// <summary>
/// Counts by outcome as a bar. Each part has a pattern of its own beside its colour; the numbers stand in the table.
/// </summary>
internal static class OutcomeBar
{
    private const int Width = 200;
    private const int Height = 12;

    /// <summary>Writes it.</summary>
    public static void Write(HtmlOutput html, OutcomeCounts counts)
    {
        html.Write($"<svg class=\"bar\" role=\"img\" width=\"{Width}\" height=\"{Height}\" ");
        html.Write($"viewBox=\"0 0 {Width} {Height}\"><title>{ResultWords.Counted(counts)}</title>");
        var done = 0;
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            var count = ResultWords.CountOf(counts, outcome);
            if (count == 0)
                continue;
            var (left, right) = (At(done, counts.Total), At(done + count, counts.Total));
            html.Write($"<rect class=\"{ResultWords.Of(outcome)}\" x=\"{Number(left)}\" y=\"0\" ");
            html.Write($"width=\"{Number(right - left)}\" height=\"{Height}\"/>");
            done += count;
        }

        html.Markup("</svg>");
    }

    private static decimal At(int count, int total) => Math.Round((decimal)Width * count / total, 2);

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
