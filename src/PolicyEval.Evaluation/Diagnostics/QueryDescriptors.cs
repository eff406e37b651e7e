using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE4190 to PE4199: policies as SQL.</summary>
public static class QueryDescriptors
{
    private const string Alone = "Evaluate snapshots for it: policyeval evaluate.";

    /// <summary>A policy about resources of which the table has no rows.</summary>
    public static DiagnosticDescriptor OtherResource { get; } = Warning(
        "PE4190", "Policy about other resources",
        "{0} is left out: it judges {1}, and the table has rows of users and root users.", Alone);

    /// <summary>A policy whose rules SQL cannot say.</summary>
    public static DiagnosticDescriptor CannotSay { get; } = Warning(
        "PE4191", "Policy left out of SQL", "{0} is left out: it {1}.", Alone);

    /// <summary>No policy is left.</summary>
    public static DiagnosticDescriptor NothingLeft { get; } = Error(
        "PE4192", "Nothing to compile", "None of the policies asked for can be said in SQL over credential reports.",
        "Ask for others with --policy or --framework.");

    /// <summary>No instant.</summary>
    public static DiagnosticDescriptor NoInstant { get; } = Warning(
        "PE4193", "No instant in SQL",
        "Nothing tells the instant at which ages are measured: {0} cannot pass where an age decides.",
        "Name the column that holds the time of each report, with --as-of-column, or give one instant, with --as-of.");

    /// <summary>Both an instant and a column of them.</summary>
    public static DiagnosticDescriptor TwoInstants { get; } = Error(
        "PE4194", "Two instants", "Both --as-of and --as-of-column say at which instant ages are measured.",
        "Give one of them.");

    /// <summary>A name that cannot be one of a table or a column.</summary>
    public static DiagnosticDescriptor BadName { get; } = Error(
        "PE4195", "Name that SQL cannot have", "{0} cannot be \"{1}\".",
        "A name has one character at least and none that is U+0000; that of a table has up to three parts with dots "
        + "between them.");

    /// <summary>A column that credential reports do not have.</summary>
    public static DiagnosticDescriptor UnknownColumn { get; } = Error(
        "PE4196", "Unknown column", "Credential reports have no column \"{0}\" that a table may lack.",
        "policyeval show aws.iam.user lists the columns; user and arn have to be there.");

    /// <summary>Settings that tell accounts apart.</summary>
    public static DiagnosticDescriptor SettingsOfAccounts { get; } = Error(
        "PE4197", "Settings of accounts", "The settings tell accounts apart, which one statement does not.",
        "Give settings for all accounts, or evaluate snapshots: policyeval evaluate.");

    /// <summary>A dialect that does not exist.</summary>
    public static DiagnosticDescriptor UnknownDialect { get; } = Error(
        "PE4198", "Unknown dialect", "There is no dialect \"{0}\".", "duckdb and athena are known.");

    /// <summary>A statement that the engine will not take.</summary>
    public static DiagnosticDescriptor TooLong { get; } = Warning(
        "PE4199", "Long statement", "The statement has {0} bytes, and {1} takes {2} at most.",
        "Compile fewer policies at a time, with --policy.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
