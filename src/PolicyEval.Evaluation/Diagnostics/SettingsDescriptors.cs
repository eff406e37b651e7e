using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE4080 to PE4099: settings of policies.</summary>
public static class SettingsDescriptors
{
    /// <summary>An organisational unit that the settings do not describe.</summary>
    public static DiagnosticDescriptor UnknownUnit { get; } = Error(
        "PE4080", "Unknown unit", "There is no unit \"{0}\" in these settings.",
        "A snapshot does not say which unit an account is in: name the unit with its accounts under units.");

    /// <summary>One value that is set twice for the same accounts.</summary>
    public static DiagnosticDescriptor SetTwice { get; } = Error(
        "PE4081", "Set twice", "{0} of {1} is set for the same accounts already, at {2}.",
        "Remove one of the two. What is set for some accounts wins over what is set for all.");

    /// <summary>Settings in a place where nobody looks for them.</summary>
    public static DiagnosticDescriptor NotRead { get; } = Warning(
        "PE4082", "Settings that are not read", "These settings are not read: they stand in a folder inside \"{0}\".",
        "Put policyeval.yaml directly into the folder of the policies, or name it with --settings.");

    /// <summary>Two settings of one run.</summary>
    public static DiagnosticDescriptor Several { get; } = Error(
        "PE4083", "Several settings", "There are settings already, at {0}.",
        "A run has one document of kind Settings: put all overrides into it.");

    /// <summary>A snapshot to which settings for accounts cannot be applied.</summary>
    public static DiagnosticDescriptor NoAccount { get; } = Warning(
        "PE4084", "Settings of an unknown account",
        "No override for units or accounts is applied to {0}: nothing tells its account.",
        "Give evidence that tells the account, such as caller-identity.json: aws sts get-caller-identity.");

    /// <summary>A file of settings in which no document stands.</summary>
    public static DiagnosticDescriptor Empty { get; } = Error(
        "PE4085", "Settings that say nothing", "This file of settings holds no document.",
        "A run must not be laxer because its settings were lost: write them into it, or delete the file and name it no "
        + "more.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
