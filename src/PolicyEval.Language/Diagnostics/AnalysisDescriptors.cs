using System.Collections.Immutable;

namespace PolicyEval.Language.Diagnostics;

/// <summary>
/// The ledger of PE2030 to PE2059: expressions that are correct CEL and hardly what their author meant. A number is
/// never used again.
/// </summary>
public static class AnalysisDescriptors
{
    /// <summary>PE2030.</summary>
    public static DiagnosticDescriptor BadConstant { get; } = new(
        "PE2030", "Constant that always fails", "{0}() fails with this constant: {1}", DiagnosticSeverity.Error,
        "Correct the text: the call would fail in every evaluation.");

    /// <summary>PE2031.</summary>
    public static DiagnosticDescriptor BadParamConstant { get; } = Warning(
        "PE2031", "Parameter whose value fails", "{0}() fails with the value {1} of '{2}': {3}",
        "Correct the value. Where nobody sets another one, the call fails in every evaluation.");

    /// <summary>PE2032.</summary>
    public static DiagnosticDescriptor AlwaysDecided { get; } = Warning(
        "PE2032", "Condition that is always the same", "'{0}' is always {1}",
        "A condition that no evidence can change decides nothing: remove it, or write what was meant.");

    /// <summary>PE2033.</summary>
    public static DiagnosticDescriptor DecidedHere { get; } = Warning(
        "PE2033", "Condition that is decided before", "'{0}' is always {1} here: '{2}' is {3} where it is asked",
        "Remove one of the two, or write what was meant: it may be && for ||, or another field.");

    /// <summary>PE2034.</summary>
    public static DiagnosticDescriptor ImpossibleValue { get; } = Warning(
        "PE2034", "Value that cannot be", "'{0}' is never {1}: {2}",
        "The comparison always has the same result. Correct the value.");

    /// <summary>PE2035.</summary>
    public static DiagnosticDescriptor UnguardedNull { get; } = Warning(
        "PE2035", "Null where a value is needed",
        "'{0}' may be null, and {1} fails on null: the finding is then an error",
        "Ask first: x != null && ..., or x == null || ...; of a list: list.filter(x, x != null). Or write require(x.f) "
        + "around a field: a null then makes the finding incomplete. Null is what N/A and no_information are.");

    /// <summary>PE2036.</summary>
    public static DiagnosticDescriptor FixedTime { get; } = Warning(
        "PE2036", "Time that does not move with the evidence", "'{0}' is compared with a fixed time, not with '{1}'",
        "Measure an age: asOf - x > days(90). A date that is meant to be fixed belongs into a parameter.");

    /// <summary>PE2037.</summary>
    public static DiagnosticDescriptor SelfComparison { get; } = Warning(
        "PE2037", "Comparison with itself", "both sides of {0} are '{1}'",
        "The comparison always has the same result. One of the sides was meant to be something else.");

    /// <summary>PE2038.</summary>
    public static DiagnosticDescriptor UnusedLocal { get; } = Warning(
        "PE2038", "Unused variable", "'{0}' is never used",
        "Use the variable, or let its name begin with an underscore if that is meant.");

    /// <summary>PE2039.</summary>
    public static DiagnosticDescriptor FailingConstant { get; } = Warning(
        "PE2039", "Calculation that always fails", "'{0}' always fails: {1}",
        "Correct it: an error makes the finding an error, unless the rest decides without it.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        BadConstant, BadParamConstant, AlwaysDecided, DecidedHere, ImpossibleValue, UnguardedNull, FixedTime,
        SelfComparison, UnusedLocal, FailingConstant,
    ];

    private static DiagnosticDescriptor Warning(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Warning, help);
}
