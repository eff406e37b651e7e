using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE4160 to PE4179: which accounts a run should be about.</summary>
public static class AccountDescriptors
{
    /// <summary>Something else where an account's id should be.</summary>
    public static DiagnosticDescriptor MalformedAccount { get; } = Error(
        "PE4160", "Malformed account", "\"{0}\" is no account: twelve digits are needed{1}.",
        "One account in a line, as 111122223333 or 111122223333,name. Spreadsheets drop leading zeros: give the column "
        + "the format text before you fill it.");

    /// <summary>An account that is listed twice.</summary>
    public static DiagnosticDescriptor AccountTwice { get; } = Error(
        "PE4161", "Account twice", "The account {0} stands in line {1} already.", "Leave one of the two lines out.");

    /// <summary>A list of accounts without any.</summary>
    public static DiagnosticDescriptor NoAccounts { get; } = Error(
        "PE4162", "No account is expected", "The file names no account.",
        "One account in a line, as 111122223333 or 111122223333,name.");

    /// <summary>More cells than a line without a header may have.</summary>
    public static DiagnosticDescriptor UnnamedCell { get; } = Error(
        "PE4163", "Cell without a name", "This line has {0} cells, and no header says what the third one is.",
        "Write a first line such as account,name,owner: other columns than account and name are not read. A name with "
        + "a comma goes in quotes.");

    /// <summary>A quote that is not where one may be.</summary>
    public static DiagnosticDescriptor StrayQuote { get; } = Error(
        "PE4164", "Stray quote", "A quote opens or closes a whole cell, which this one does not.",
        "Write \"a name, with a comma\", and a quote in it twice.");

    /// <summary>A header without the column of the accounts.</summary>
    public static DiagnosticDescriptor NoAccountColumn { get; } = Error(
        "PE4165", "No column of accounts", "No column of the header is called account.",
        "Call the column with the ids account, and that with the names name.");

    /// <summary>Accounts of the population without a usable snapshot.</summary>
    public static DiagnosticDescriptor MissingAccounts { get; } = Warning(
        "PE4166", "Accounts without evidence", "{0} of {1} accounts have no evidence that can be used: {2}.",
        "Collect from them, or take them out of the list of what is expected. Until then no control "
        + "passes.");

    /// <summary>Accounts outside of the population.</summary>
    public static DiagnosticDescriptor UnexpectedAccounts { get; } = Warning(
        "PE4167", "Accounts that are not expected", "There is evidence of accounts that nobody expects: {0}.",
        "They are evaluated and counted. Add them to the list, or take their snapshots away.");

    /// <summary>A list of the organisation's accounts with gaps.</summary>
    public static DiagnosticDescriptor PopulationCut { get; } = Warning(
        "PE4168", "Population with gaps", "The organisation's list of accounts is not whole: accounts may be missing.",
        "Collect the organisation again, or name the accounts yourself: --expected-accounts FILE.");

    /// <summary>Snapshots of which some calls failed.</summary>
    public static DiagnosticDescriptor FailedCollections { get; } = Warning(
        "PE4169", "Collections that failed in part", "Calls failed when these accounts were collected: {0}.",
        "What needs these answers is incomplete. 'policyeval verify SNAPSHOT' names the calls; collect again.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
