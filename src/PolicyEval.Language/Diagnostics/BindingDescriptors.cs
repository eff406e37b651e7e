using System.Collections.Immutable;

namespace PolicyEval.Language.Diagnostics;

/// <summary>The ledger of PE2xxx: what the binder reports. A number is never used again.</summary>
public static class BindingDescriptors
{
    /// <summary>PE2001.</summary>
    public static DiagnosticDescriptor NumberOutOfRange { get; } = Error(
        "PE2001", "Number out of range", "{0} does not fit into the type {1}",
        "int holds -9223372036854775808 to 9223372036854775807, uint 0 to 18446744073709551615.");

    /// <summary>PE2002.</summary>
    public static DiagnosticDescriptor UndeclaredName { get; } = Error(
        "PE2002", "Undeclared name", "'{0}' is not declared here{1}",
        "Use a variable that is declared; text needs quotes.");

    /// <summary>PE2003.</summary>
    public static DiagnosticDescriptor UndeclaredField { get; } = Error(
        "PE2003", "Undeclared field", "'{1}' has no field '{0}'",
        "'policyeval show aws.iam.user' lists the fields of a resource type; a policy declares its params and "
        + "variables.");

    /// <summary>PE2004.</summary>
    public static DiagnosticDescriptor UndeclaredFunction { get; } = Error(
        "PE2004", "Undeclared function", "there is no function '{0}'",
        "policies/README.md lists the functions; a method is called after a dot: x.startsWith('a').");

    /// <summary>PE2005.</summary>
    public static DiagnosticDescriptor NoMatchingOverload { get; } = Error(
        "PE2005", "No matching overload", "'{0}' cannot be applied to ({1}){2}",
        "CEL converts nothing by itself: write days(90) for a duration, and convert with int(), double(), string(), "
        + "timestamp() or duration().");

    /// <summary>PE2006.</summary>
    public static DiagnosticDescriptor TypeMismatch { get; } = Error(
        "PE2006", "Wrong type", "expected {0}, found {1}",
        "Change the expression so that its type is the expected one, for instance by a comparison or a conversion.");

    /// <summary>PE2007.</summary>
    public static DiagnosticDescriptor BranchesDiffer { get; } = Error(
        "PE2007", "Branches of different types", "the branches of ?: are {0} and {1}",
        "Give both branches one type, or wrap one in dyn().");

    /// <summary>PE2008.</summary>
    public static DiagnosticDescriptor NotSelectable { get; } = Error(
        "PE2008", "Type without fields", "a value of type {1} has no field '{0}'",
        "Only records and maps have fields.");

    /// <summary>PE2009.</summary>
    public static DiagnosticDescriptor MacroNeedsSelection { get; } = Error(
        "PE2009", "Macro needs a field", "{0}() needs a field selection such as {0}(x.f)",
        "Write the macro around a field selection.");

    /// <summary>PE2010.</summary>
    public static DiagnosticDescriptor MacroNeedsName { get; } = Error(
        "PE2010", "Macro needs a variable name", "a variable of {0}() is a simple new name",
        "Write a name of your choice there: x.all(e, …), then use e in the expression.");

    /// <summary>PE2011.</summary>
    public static DiagnosticDescriptor NotIterable { get; } = Error(
        "PE2011", "Not a list or map", "{0}() runs over a list or a map, not over {1}",
        "Only lists and maps have elements.");

    /// <summary>PE2012.</summary>
    public static DiagnosticDescriptor NotEvidence { get; } = Error(
        "PE2012", "Field is not evidence", "{0}() asks about a cell of the evidence, and '{1}' is none",
        "Use the macro on a field that comes from the evidence, such as a column of the credential report.");

    /// <summary>PE2013.</summary>
    public static DiagnosticDescriptor UndeclaredType { get; } = Error(
        "PE2013", "Unknown message type", "there is no message type '{0}'",
        "Build a map with {{'key': value}} instead.");

    // PE2014 said that a part of CEL is not supported. All of it is now.

    /// <summary>PE2015.</summary>
    public static DiagnosticDescriptor InvalidKeyType { get; } = Error(
        "PE2015", "Invalid map key", "a map cannot have a key of type {0}",
        "Keys are int, uint, bool or string.");

    /// <summary>PE2016.</summary>
    public static DiagnosticDescriptor MacroShape { get; } = Error(
        "PE2016", "Macro of the wrong shape", "{0}() is written {1}",
        "Give the macro as many arguments as its shape has.");

    /// <summary>PE2017.</summary>
    public static DiagnosticDescriptor SameVariable { get; } = Error(
        "PE2017", "Two variables of one name", "both variables of {0}() are called '{1}'",
        "Give the variables different names: m.all(k, v, …).");

    /// <summary>PE2018.</summary>
    public static DiagnosticDescriptor OptionalExpected { get; } = Error(
        "PE2018", "Not an optional value", "{0} must be an optional value, found {1}",
        "Make one with x.?f, list[?i], optional.of(…) or optional.ofNonZeroValue(…), or leave the question mark out.");

    /// <summary>PE2019.</summary>
    public static DiagnosticDescriptor CallStyle { get; } = Error(
        "PE2019", "Method or function", "'{0}' is called {1}",
        "A method stands after the value that it asks: x.startsWith('a'); a function stands before it: string(x).");

    /// <summary>PE2020.</summary>
    public static DiagnosticDescriptor CallNeeded { get; } = Error(
        "PE2020", "Function without parentheses", "'{0}' is a function and needs parentheses",
        "A function is called: x.size(), never named alone.");

    /// <summary>PE2021.</summary>
    public static DiagnosticDescriptor FieldByIndex { get; } = Error(
        "PE2021", "Brackets on a record", "a value of type {0} has fields, which are read with a dot, not with [ ]",
        "Only lists and maps have an index.");

    /// <summary>PE2022.</summary>
    public static DiagnosticDescriptor NotBindsFirst { get; } = Error(
        "PE2022", "Negation of the left side alone", "'!' applies to {0} alone, whose type is {1}",
        "Put what is to be negated in parentheses: !(a == b), !(x in list); or write a != b.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NumberOutOfRange, UndeclaredName, UndeclaredField, UndeclaredFunction, NoMatchingOverload, TypeMismatch,
        BranchesDiffer, NotSelectable, MacroNeedsSelection, MacroNeedsName, NotIterable, NotEvidence, UndeclaredType,
        InvalidKeyType, MacroShape, SameVariable, OptionalExpected, CallStyle, CallNeeded, FieldByIndex, NotBindsFirst,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
