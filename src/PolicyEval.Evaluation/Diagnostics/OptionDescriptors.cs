using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE4001 to PE4049: what the user asks for.</summary>
public static class OptionDescriptors
{
    /// <summary>A framework that does not exist.</summary>
    public static DiagnosticDescriptor UnknownFramework { get; } = Error(
        "PE4001", "Unknown framework", "There is no framework \"{0}\".",
        "policyeval list names the frameworks; --policies DIR adds those of a folder.");

    /// <summary>A policy that does not exist.</summary>
    public static DiagnosticDescriptor UnknownPolicy { get; } = Error(
        "PE4002", "Unknown policy", "There is no policy \"{0}\".",
        "policyeval list names the policies; --policies DIR adds those of a folder.");

    /// <summary>A parameter setting that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedSet { get; } = Error(
        "PE4003", "Malformed parameter setting", "\"{0}\" is not of the form POLICY.PARAM=VALUE.",
        "For example: --set credentials-unused.maxAgeDays=45.");

    /// <summary>A parameter that the policy does not have.</summary>
    public static DiagnosticDescriptor UnknownParam { get; } = Error(
        "PE4004", "Unknown parameter", "The policy {1} has no parameter \"{0}\".",
        "policyeval show names a policy's parameters.");

    /// <summary>A value that the parameter does not take.</summary>
    public static DiagnosticDescriptor BadParamValue { get; } = Error(
        "PE4005", "Bad parameter value", "The parameter {0} cannot be \"{1}\": it takes {2}.",
        "policyeval show names a policy's parameters with their ranges.");

    /// <summary>A parameter of a policy that this run does not evaluate.</summary>
    public static DiagnosticDescriptor NotEvaluated { get; } = new(
        "PE4006", "Policy not evaluated", "The setting \"{0}\" changes nothing: this run does not evaluate {1}.",
        DiagnosticSeverity.Warning, "Add --policy, or remove the setting.");

    /// <summary>An instant that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedAsOf { get; } = Error(
        "PE4007", "Malformed instant", "\"{0}\" is no instant: a date, or a date and time with a zone, is needed.",
        "For example: --as-of 2026-01-02T03:04:05Z, or --as-of 2026-01-02, which means 00:00:00 UTC of that day.");

    /// <summary>An instant before the evidence was made.</summary>
    public static DiagnosticDescriptor AsOfBeforeEvidence { get; } = Error(
        "PE4008", "Instant before the evidence",
        "{0} lies before {1}, when AWS generated the credential report of {2}.",
        "A report cannot tell what was true before it was made. Leave --as-of out to measure at the time of the "
        + "report.");

    /// <summary>Nothing to evaluate.</summary>
    public static DiagnosticDescriptor NothingToEvaluate { get; } = Error(
        "PE4009", "Nothing to evaluate", "Neither a framework nor a policy was asked for.",
        "Give --framework or --policy.");

    /// <summary>A resource that is not in the evidence.</summary>
    public static DiagnosticDescriptor UnknownResource { get; } = Error(
        "PE4031", "Unknown resource", "The evidence has no resource \"{0}\" of type {1}, which the policy is about{2}.",
        "Give a user's name, an account's id, an ARN, or root for the root user; without --resource those that did "
        + "not pass come first.");

    /// <summary>Two snapshots with the same content.</summary>
    public static DiagnosticDescriptor SnapshotTwice { get; } = new(
        "PE4010", "Snapshot given twice", "{0} holds the same evidence as {1}: its findings count twice.",
        DiagnosticSeverity.Warning, "Give each snapshot once.");

    /// <summary>One parameter with two values.</summary>
    public static DiagnosticDescriptor SetTwice { get; } = Error(
        "PE4011", "Parameter set twice", "The parameter {0} is set more than once.",
        "Give --set once for each parameter.");

    /// <summary>A baseline of other accounts.</summary>
    public static DiagnosticDescriptor BaselineOfOtherAccounts { get; } = Error(
        "PE4012", "Baseline of other accounts", "The baseline is about {0}, and this run is about {1}.",
        "Take a report of the same account: policyeval evaluate SNAPSHOT --format json=baseline.json.");

    /// <summary>A baseline of other policies.</summary>
    public static DiagnosticDescriptor BaselineOfOtherPolicies { get; } = Error(
        "PE4013", "Baseline of other policies", "The baseline has none of the policies of this run.",
        "Take a report that was made with the same --framework and --policy.");

    /// <summary>A baseline without some of the accounts.</summary>
    public static DiagnosticDescriptor BaselineLacksAccounts { get; } = new(
        "PE4014", "Account without a baseline", "The baseline has no evidence of {0}: every failure there is new.",
        DiagnosticSeverity.Warning, "Make a baseline of all accounts of the run.");

    /// <summary>A baseline that was judged by other rules.</summary>
    public static DiagnosticDescriptor BaselineJudgedOtherwise { get; } = new(
        "PE4015", "Baseline by other rules",
        "The baseline was judged by other rules: {0}. A failure that it has may be another one.",
        DiagnosticSeverity.Warning, "Make the baseline again with the rules of this run.");

    /// <summary>A greatest age that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedMaxAge { get; } = Error(
        "PE4016", "Malformed age", "\"{0}\" is no age of at most a hundred years.",
        "Days, hours, minutes and seconds in this order: --max-age 36h, --max-age 1d12h.");

    /// <summary>One of two options that need each other.</summary>
    public static DiagnosticDescriptor AgeNeedsBoth { get; } = Error(
        "PE4017", "An age needs a now", "{0} is given without {1}.",
        "policyeval looks at no clock, so that the same input gives the same bytes: --max-age 36h --now \"$(date -u "
        + "+%FT%TZ)\".");

    /// <summary>A now that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedNow { get; } = Error(
        "PE4018", "Malformed now", "\"{0}\" is no instant: a date, or a date and time with a zone, is needed.",
        "For example: --now 2026-01-02T03:04:05Z; in a shell: --now \"$(date -u +%FT%TZ)\".");

    /// <summary>A now before the evidence.</summary>
    public static DiagnosticDescriptor NowBeforeEvidence { get; } = Error(
        "PE4019", "Now before the evidence", "{0} lies before {1}, when the evidence of {2} was made.",
        "Give the instant of this run: --now \"$(date -u +%FT%TZ)\". Five minutes are left for clocks that differ.");

    /// <summary>A begin or an end of a period that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedPeriod { get; } = Error(
        "PE4020", "Malformed period", "{1} \"{0}\" is no instant: a date, or a date and time with a zone, is needed.",
        "For example: --from 2026-01-01 --to 2026-03-31, both days included.");

    /// <summary>A period that ends before it begins, or is endless.</summary>
    public static DiagnosticDescriptor ImpossiblePeriod { get; } = Error(
        "PE4021", "Impossible period", "From {0} to {1} is no period: it has a day at least, and at most ten years.",
        "Give the first day and the last day: --from 2026-01-01 --to 2026-03-31.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
