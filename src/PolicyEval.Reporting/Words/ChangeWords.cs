using PolicyEval.Evaluation.Results;

namespace PolicyEval.Reporting.Words;

/// <summary>Says what of a rule is not standard, and where that comes from: no relaxed rule looks standard.</summary>
internal static class ChangeWords
{
    /// <summary>A sentence for each changed parameter of a policy, and one for a changed severity.</summary>
    public static IEnumerable<string> Of(PolicyReference policy)
    {
        var accounts = AccountsOf(policy);
        if (policy.SeverityChanged)
        {
            var (severity, standard) = (ResultWords.Of(policy.Severity), ResultWords.Of(policy.StandardSeverity));
            yield return $"{policy.Name}: severity {severity} (standard: {standard})"
                + SourceOf(policy.SeveritySource) + accounts;
        }

        foreach (var param in policy.Params.Where(param => param.Changed))
            yield return $"{policy.Name}.{Of(param)}{accounts}";
    }

    /// <summary>The changed parameters that a finding was judged with; empty where none was.</summary>
    public static string Of(Finding finding) =>
        string.Join("; ", finding.Params.Where(param => param.Changed).Select(Of));

    private static string Of(ParamReference param) =>
        $"{param.Name} = {Shown(param.Value)} (standard: {Shown(param.Standard)}){SourceOf(param.Source)}";

    /// <summary>An empty text is seen by its quotes.</summary>
    public static string Shown(string value) => value.Length == 0 ? "\"\"" : value;

    private static string SourceOf(string source) => source.Length == 0 ? "" : $", {source}";

    private static string AccountsOf(PolicyReference policy) => policy.Accounts is { } accounts
        ? $", only in {AccountWords.ListOf(accounts)}"
        : "";
}
