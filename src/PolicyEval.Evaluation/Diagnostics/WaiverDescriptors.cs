using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE4051 to PE4079: what waivers say, and what a run makes of them.</summary>
public static class WaiverDescriptors
{
    /// <summary>An instant that is not in its form.</summary>
    public static DiagnosticDescriptor MalformedInstant { get; } = Error(
        "PE4051", "Malformed instant of a waiver", "\"{0}\" is no instant: {2}.",
        "For example: 2026-06-30, which means the end of that day in UTC, or 2026-06-30T12:00:00Z.");

    /// <summary>A waiver that expires before it takes effect.</summary>
    public static DiagnosticDescriptor EmptySpan { get; } = Error(
        "PE4052", "Waiver that never holds", "The waiver takes effect at {0} and expires at {1}: it never holds.",
        "It holds from effectiveFrom on and before expires. A bare date means the end of that day in UTC.");

    /// <summary>A waiver that takes effect before it is approved.</summary>
    public static DiagnosticDescriptor Backdated { get; } = Error(
        "PE4053", "Waiver before its approval", "The waiver takes effect at {0}, before it was approved on {1}.",
        "What happened before the approval was not waived: let it take effect then or later.");

    /// <summary>Who approves has a part in it.</summary>
    public static DiagnosticDescriptor SelfApproved { get; } = Error(
        "PE4054", "Self-approved waiver", "\"{0}\" approves a waiver and {1} it too.",
        "Let another person approve it: neither the owner nor who asks for it. Case, blanks, accents and width do "
        + "not count.");

    /// <summary>A waiver without limits.</summary>
    public static DiagnosticDescriptor OverBroad { get; } = Error(
        "PE4055", "Waiver of everything", "The waiver \"{0}\" covers every policy, account and resource.",
        "A waiver that covers everything would hide what nobody has seen: name a policy, an account or a resource.");

    /// <summary>A control that the framework does not have.</summary>
    public static DiagnosticDescriptor UnknownControl { get; } = Error(
        "PE4056", "Unknown control", "There is no control \"{0}\".",
        "A control is written as framework/id: cis_v130/1.14. policyeval list names the frameworks.");

    /// <summary>A snapshot whose waivers cannot be judged.</summary>
    public static DiagnosticDescriptor NoInstant { get; } = Warning(
        "PE4057", "Waivers cannot be judged", "No waiver is applied to {0}: nothing tells its instant.",
        "Whether a waiver holds is judged at the instant of the evidence, never at the present: give --as-of TIME.");

    /// <summary>A waiver whose time is over.</summary>
    public static DiagnosticDescriptor Expired { get; } = Warning(
        "PE4058", "Expired waiver", "The waiver \"{0}\" expired at {1}: {2}.",
        "Put the failures right; or let a new waiver be approved. Delete this one when its history is not needed.");

    /// <summary>A waiver that covers nothing.</summary>
    public static DiagnosticDescriptor Unused { get; } = Warning(
        "PE4059", "Unused waiver", "The waiver \"{0}\" holds and covers no failure.",
        "Delete it if the failure was put right; else look for missing evidence, or for a mistake in its policy, "
        + "account and resource.");

    /// <summary>A waiver whose time has not come.</summary>
    public static DiagnosticDescriptor NotYetEffective { get; } = Warning(
        "PE4063", "Waiver that does not hold yet", "The waiver \"{0}\" holds from {1} on, after the evidence: {2}.",
        "A bare date means its end: effectiveFrom: 2026-01-15 holds from 2026-01-16T00:00:00Z on. Write the instant "
        + "from which on it was approved to hold, such as 2026-01-15T09:00:00Z, or evaluate later evidence.");

    /// <summary>A waiver among the policies of a run that is not given it.</summary>
    public static DiagnosticDescriptor NotGiven { get; } = Warning(
        "PE4060", "Waiver that is not applied", "This waiver stands among the policies and is not applied.",
        "Waivers are given by name: --waivers with this file or its folder.");

    /// <summary>A folder without waivers.</summary>
    public static DiagnosticDescriptor NoWaiver { get; } = Warning(
        "PE4061", "No waiver", "No document of kind Waiver stands in \"{0}\".",
        "Give the file or the folder that holds the waivers; policyeval waiver new writes a first one.");

    /// <summary>A file without waivers that was given as one.</summary>
    public static DiagnosticDescriptor NoWaiverInFile { get; } = Error(
        "PE4062", "File without waiver", "No document of kind Waiver stands in this file.",
        "Give the file that holds the waivers, or leave it out; policyeval waiver new writes a first one.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
