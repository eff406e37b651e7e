using PolicyEval.Language.Diagnostics;

namespace PolicyEval.Evaluation.Diagnostics;

/// <summary>PE3020 to PE3099: what policy and framework documents say.</summary>
public static class PolicyDescriptors
{
    /// <summary>A document is not a mapping.</summary>
    public static DiagnosticDescriptor NotADocument { get; } = Error(
        "PE3020", "Not a policy document",
        "A document must be a mapping with apiVersion, kind, metadata and spec; this is {0}.",
        "Start from a bundled policy: policyeval show root-access-key-absent.");

    /// <summary>The version of the format is not known.</summary>
    public static DiagnosticDescriptor UnknownApiVersion { get; } = Error(
        "PE3021", "Unknown apiVersion", "The apiVersion \"{0}\" is not known.",
        "Write apiVersion: policyeval/v1.");

    /// <summary>The kind is not known.</summary>
    public static DiagnosticDescriptor UnknownKind { get; } = Error(
        "PE3022", "Unknown kind", "No document of kind \"{0}\" stands in such a file.",
        "Policies, Frameworks and Waivers stand in files of any name, PolicyTests in *.tests.yaml, Settings in "
        + "policyeval.yaml.");

    /// <summary>A key that means nothing here.</summary>
    public static DiagnosticDescriptor UnknownKey { get; } = Error(
        "PE3023", "Unknown key", "{1} has no key \"{0}\".",
        "Remove the key or correct its name: a key that is not understood must not look as if it worked.");

    /// <summary>A key that must be there.</summary>
    public static DiagnosticDescriptor MissingKey { get; } = Error(
        "PE3024", "Missing key", "{1} needs the key \"{0}\"{2}.",
        "Write the value behind the colon; where the key is not here, add both. policies/README.md has every "
        + "key of every kind.");

    /// <summary>A value of another shape.</summary>
    public static DiagnosticDescriptor WrongShape { get; } = Error(
        "PE3025", "Wrong shape", "\"{0}\" must be {1}, not {2}.",
        "Check the indentation, and the dash that begins an item of a list.");

    /// <summary>A value that is not one of a closed set.</summary>
    public static DiagnosticDescriptor NotOneOf { get; } = Error(
        "PE3026", "Value not in the list", "\"{0}\" cannot be \"{1}\"; it is one of {2}.",
        "Choose one of the values; they are written exactly so.");

    /// <summary>A name that is not in its form.</summary>
    public static DiagnosticDescriptor BadName { get; } = Error(
        "PE3027", "Bad name", "\"{0}\" is no name for {1}: {2}.",
        "Rename it; the name appears in reports and options and must be easy to type.");

    /// <summary>Two documents or two items of one name.</summary>
    public static DiagnosticDescriptor DuplicateName { get; } = Error(
        "PE3028", "Duplicate name", "The {0} \"{1}\" exists already, at {2}.",
        "Rename one of the two.");

    /// <summary>A list that must have an item.</summary>
    public static DiagnosticDescriptor EmptyList { get; } = Error(
        "PE3029", "Empty list", "\"{0}\" must have at least one item.",
        "Add an item, or leave the key out where it is optional. A policy that asks for nothing would always pass.");

    /// <summary>A default, limit or list item that does not fit the parameter's type.</summary>
    public static DiagnosticDescriptor BadParamValue { get; } = Error(
        "PE3030", "Bad parameter value", "The parameter {1} cannot have the {0} \"{2}\": it takes {3}.",
        "Give a value of the parameter's type, inside its range.");

    /// <summary>A minimum above the maximum.</summary>
    public static DiagnosticDescriptor EmptyRange { get; } = Error(
        "PE3031", "Empty range", "The minimum {0} is greater than the maximum {1}.",
        "Swap the two.");

    /// <summary>A key that parameters of this type do not have.</summary>
    public static DiagnosticDescriptor KeyNotForType { get; } = Error(
        "PE3032", "Key not for this type", "A parameter of type {1} has no \"{0}\".",
        "minimum and maximum are for int, enum is for string.");

    /// <summary>Two keys of which a mapping takes one.</summary>
    public static DiagnosticDescriptor OneOfTwo { get; } = Error(
        "PE3033", "One of two keys", "{0} takes one of \"{1}\" and \"{2}\", and {3}.",
        "Write one of the two. A message, for one, is a fixed sentence or a CEL expression of type string.");

    /// <summary>Nothing where an expression or a text must stand.</summary>
    public static DiagnosticDescriptor EmptyText { get; } = Error(
        "PE3035", "Empty text", "\"{0}\" must not be empty.",
        "Write the value behind the colon.");

    /// <summary>A control id or a version that YAML would take for a number.</summary>
    public static DiagnosticDescriptor UnquotedNumber { get; } = Error(
        "PE3040", "Number instead of text",
        "\"{0}\" must stand in quotes: YAML takes it for a number or a bool, and 1.10 for 1.1.",
        "Put it between double quotes: it is text then, and keeps its last zero.");

    /// <summary>A control id that stands twice.</summary>
    public static DiagnosticDescriptor DuplicateControl { get; } = Error(
        "PE3041", "Duplicate control", "The control \"{0}\" stands in this framework already, at line {1}.",
        "Correct the id, or merge the two controls.");

    /// <summary>A policy that does not exist.</summary>
    public static DiagnosticDescriptor UnknownPolicy { get; } = Error(
        "PE3042", "Unknown policy", "There is no policy \"{0}\".",
        "policyeval list names the policies; a folder given with --policies adds its own.");

    /// <summary>A parameter that the policy does not have.</summary>
    public static DiagnosticDescriptor UnknownParam { get; } = Error(
        "PE3043", "Unknown parameter", "The policy {1} has no parameter \"{0}\".",
        "policyeval show names a policy's parameters.");

    /// <summary>A level that is not a small number.</summary>
    public static DiagnosticDescriptor BadLevel { get; } = Error(
        "PE3044", "Bad level", "\"{0}\" is not a level: levels are 1, 2, 3 ….",
        "Write the levels as a list of numbers: [1, 2].");

    /// <summary>Two keys of which a mapping needs at least one.</summary>
    public static DiagnosticDescriptor OneNeeded { get; } = Error(
        "PE3045", "One of two keys needed", "{0} needs \"{1}\" or \"{2}\".",
        "A control says which policies decide it, or what evidence it takes; a waiver, which failures it is about.");

    /// <summary>A policy that one control names twice with the same parameters.</summary>
    public static DiagnosticDescriptor PolicyTwice { get; } = Error(
        "PE3046", "Policy named twice", "The control \"{1}\" names the policy \"{0}\" twice with the same parameters.",
        "Remove one of the two.");

    /// <summary>A policy that lacks what a bundled framework sets in the bundled policy of its name.</summary>
    public static DiagnosticDescriptor ReplacementLacksParam { get; } = Error(
        "PE3047", "Replacement without a parameter",
        "The policy \"{0}\" replaces the bundled one and has no parameter \"{1}\", which {2} sets.",
        "Rename the policy if it is another one, or declare the parameter.");

    /// <summary>A document of the folder replaces a bundled one.</summary>
    public static DiagnosticDescriptor Overrides { get; } = new(
        "PE3060", "Replaces a bundled document", "This {0} replaces the bundled one of the name \"{1}\".",
        DiagnosticSeverity.Info, "Rename it if both are wanted.");

    private static DiagnosticDescriptor Error(string id, string title, string format, string help) =>
        new(id, title, format, DiagnosticSeverity.Error, help);
}
