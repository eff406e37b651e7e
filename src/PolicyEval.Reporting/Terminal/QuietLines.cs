using PolicyEval.Evaluation.Results;
using PolicyEval.Reporting.Facts;

namespace PolicyEval.Reporting.Terminal;

/// <summary>
/// What a gate needs: the facts that are not standard, for no relaxed rule looks standard, and the counts.
/// </summary>
internal static class QuietLines
{
    /// <summary>Writes them.</summary>
    public static void Write(TerminalWriter terminal, RunHeader header, RunFooter footer)
    {
        // Several snapshots may have the same said of them.
        foreach (var fact in Headline.Of(header, footer).Where(fact => fact.Weight != FactWeight.Plain).Distinct())
            HeaderBlock.Write(terminal, fact);
        CountLines.Write(terminal, footer, namesFailing: true);
    }
}
