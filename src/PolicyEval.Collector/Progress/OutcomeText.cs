using System.Diagnostics;
using System.Globalization;

namespace PolicyEval.Collector.Progress;

/// <summary>Outcomes in words, safe for a terminal.</summary>
internal static class OutcomeText
{
    private const int WordWidth = 12;

    /// <summary>The line about an account, then one for each warning.</summary>
    public static IEnumerable<string> Lines(AccountOutcome outcome)
    {
        var what = outcome.Detail.Length == 0 ? outcome.Path
            : outcome.Path.Length == 0 ? outcome.Detail
            : $"{outcome.Path}: {outcome.Detail}";
        yield return TerminalText.Of($"{Label(outcome)}  {WordOf(outcome.Kind).PadRight(WordWidth)}{what}");
        foreach (var warning in outcome.Warnings)
            yield return TerminalText.Of($"{outcome.Account}  {"warning".PadRight(WordWidth)}{warning}");
    }

    /// <summary>The line about an account that has waited for something so long.</summary>
    public static string WaitLine(string account, string stage, TimeSpan waited) => TerminalText.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"{account}  {"waiting".PadRight(WordWidth)}{stage} ({waited.TotalSeconds:0} s)"));

    /// <summary>The account and, if it has one, its name.</summary>
    public static string Label(AccountOutcome outcome) =>
        outcome.Name.Length == 0 ? outcome.Account : $"{outcome.Account} ({outcome.Name})";

    /// <summary>The outcome in one or two words.</summary>
    public static string WordOf(AccountOutcomeKind kind) => kind switch
    {
        AccountOutcomeKind.Complete => "complete",
        AccountOutcomeKind.Incomplete => "incomplete",
        AccountOutcomeKind.Failed => "failed",
        AccountOutcomeKind.Cancelled => "cancelled",
        AccountOutcomeKind.NotStarted => "not started",
        _ => throw new UnreachableException($"{kind}"),
    };
}
